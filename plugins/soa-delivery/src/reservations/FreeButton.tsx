import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorState } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

/** Frees something, once whoever presses it has confirmed that. */
export function FreeButton(props: {
  action: string;
  /** Read aloud: what it frees. */
  label: string;
  question: string;
  /** What comes of it. */
  children: ReactNode;
  free: () => Promise<void>;
  onFreed: () => void;
}) {
  const { action, label, question, children, free, onFreed } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();

  const confirm = async () => {
    setPending(true);
    setError(undefined);
    try {
      await free();
      setOpen(false);
      onFreed();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={label}
        onPress={() => {
          setError(undefined);
          setOpen(true);
        }}
      >
        {action}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} width={520}>
        <DialogHeader>{question}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="3">
            <Text>{children}</Text>
            {error && (
              <ErrorState
                title={t('reservations.freeFailed')}
                error={error}
                onRetry={confirm}
              />
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('reservations.cancel')}
          </Button>
          <Button isPending={isPending} onPress={confirm}>
            {action}
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
