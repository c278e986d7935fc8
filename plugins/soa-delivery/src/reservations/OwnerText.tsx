import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

/** Whose a reservation is, with a link to the component. */
export function OwnerText({ owner }: { owner: ReservationOwner }) {
  const { kind, id, componentRef } = owner;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <>
      {t(`reservations.owner.${kind}`, {
        id,
        component: <EntityLink entityRef={componentRef} />,
      })}
    </>
  );
}
