import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutQueue } from '@backstage-soa/plugin-soa-common';
import type { LinkProps } from '@backstage/ui';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

/** What a rollout waits for before it begins, and who is before it. */
export function QueueText(props: {
  queue: RolloutQueue;
  /** As large as the text around it. */
  variant?: LinkProps['variant'];
}) {
  const { account, ahead, holder } = props.queue;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (ahead === 0) {
    return <>{t('queue.next', { account })}</>;
  }
  return (
    <>
      {t('queue.waits', { account, ahead: String(ahead) })}{' '}
      {holder
        ? t('queue.holder', {
            component: (
              <EntityLink entityRef={holder} variant={props.variant} />
            ),
          })
        : t('queue.hiddenHolder')}
    </>
  );
}
