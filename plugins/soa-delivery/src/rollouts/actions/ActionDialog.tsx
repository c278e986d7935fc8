import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout, RolloutAction } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryApiRef } from '../../api';
import { soaDeliveryTranslationRef } from '../../translation';
import { SendError } from './SendError';
import { useSending } from './useSending';

/** Says what steering a rollout means, and does it. */
export function ActionDialog(props: {
  rollout: Rollout;
  action: RolloutAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { rollout, action, onDone, onClose } = props;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [comment, setComment] = useState('');
  const { send, sending, error } = useSending(async (what: RolloutAction) => {
    await api.steerRollout(rollout.id, what, comment.trim() || undefined);
    onDone();
  });
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={520}>
      <DialogHeader>{t(`action.dialog.${action}`)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text>
            {action === 'rollback'
              ? t('action.means.rollback', { count: changedIn(rollout) })
              : t(`action.means.${action}`)}
          </Text>
          <TextAreaField
            label={t('action.dialog.comment')}
            value={comment}
            onChange={setComment}
          />
          <SendError title={t('action.dialog.failed')} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('action.dialog.back')}
        </Button>
        <Button
          variant="primary"
          destructive={action === 'cancel' || action === 'rollback'}
          isPending={sending !== undefined}
          onPress={() => send(action)}
        >
          {t(`action.${action}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function changedIn({ stages }: Rollout): number {
  return stages
    .flatMap(({ waves }) => waves)
    .flatMap(({ targets }) => targets)
    .filter(
      ({ state, run }) =>
        ['applied', 'applying'].includes(state) ||
        (state === 'failed' && run?.purpose === 'apply'),
    ).length;
}
