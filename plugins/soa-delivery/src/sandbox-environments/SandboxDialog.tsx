import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SendError } from '../rollouts/actions/SendError';
import { useSending } from '../rollouts/actions/useSending';
import { soaDeliveryTranslationRef } from '../translation';

/** Shows what becomes of a sandbox environment, and has it be so once confirmed. */
export function SandboxDialog(props: {
  title: string;
  /** What the button that confirms says. */
  button: string;
  /** What is said where it could not be done. */
  failed: string;
  destructive?: boolean;
  /** Without it, there is nothing to confirm. */
  onConfirm: (() => Promise<void>) | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, button, failed, destructive, onConfirm, onClose } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { send, sending, error } = useSending((confirm: () => Promise<void>) =>
    confirm(),
  );
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={520}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {props.children}
          <SendError title={failed} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('sandbox.back')}
        </Button>
        {onConfirm && (
          <Button
            destructive={destructive}
            isPending={sending !== undefined}
            onPress={() => send(onConfirm)}
          >
            {button}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
