import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutQueue } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

/** What a rollout waits for before it begins, and who is before it. */
export function QueueText({ queue }: { queue: RolloutQueue }) {
  const { account, ahead, holder } = queue;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (ahead === 0) {
    return <>{t('queue.next', { account })}</>;
  }
  return (
    <>
      {t('queue.waits', { account, ahead: String(ahead) })}{' '}
      {holder
        ? t('queue.holder', { component: <EntityLink entityRef={holder} /> })
        : t('queue.hiddenHolder')}
    </>
  );
}
