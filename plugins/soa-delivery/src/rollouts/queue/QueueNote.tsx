import { Alert, ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import { reservationsRouteRef } from '../../routes';
import { soaDeliveryTranslationRef } from '../../translation';
import { QueueText } from './QueueText';

/** That a rollout waits for an account; nothing where it does not. */
export function QueueNote({ rollout }: { rollout: Rollout }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const reservations = useRouteRef(reservationsRouteRef);
  if (!rollout.queue) {
    return null;
  }
  return (
    <div role="status">
      <Alert
        status="info"
        icon
        title={t('queue.title')}
        description={<QueueText queue={rollout.queue} variant="body-small" />}
        customActions={
          <ButtonLink size="small" variant="secondary" href={reservations()}>
            {t('reservations.title')}
          </ButtonLink>
        }
      />
    </div>
  );
}
