import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { rolloutRouteRef } from '../routes';
import { soaDeliveryTranslationRef } from '../translation';

/** Whose a reservation is, with links to the component and to its rollout. */
export function OwnerText({ owner }: { owner: ReservationOwner }) {
  const { kind, id, componentRef } = owner;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const rolloutPath = useRouteRef(rolloutRouteRef);
  const component = <EntityLink entityRef={componentRef} />;
  return (
    <>
      {kind === 'rollout'
        ? t('reservations.owner.rollout', {
            component,
            rollout: (
              <Link href={rolloutPath({ id })}>
                {t('reservations.owner.rolloutLink')}
              </Link>
            ),
          })
        : t(`reservations.owner.${kind}`, { id, component })}
    </>
  );
}
