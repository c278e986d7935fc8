import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';

/** An owner as tables keep it. */
export interface OwnerColumns {
  owner_kind: string;
  component_ref: string;
  owner_id: string;
}

export function ownerColumns({
  kind,
  componentRef,
  id,
}: ReservationOwner): OwnerColumns {
  return { owner_kind: kind, component_ref: componentRef, owner_id: id };
}

export function toOwner(row: OwnerColumns): ReservationOwner {
  return {
    kind: row.owner_kind as ReservationOwner['kind'],
    componentRef: row.component_ref,
    id: row.owner_id,
  };
}

/** Such as `prod of component:default/orders`. */
export function ownerInWords({
  kind,
  componentRef,
  id,
}: ReservationOwner): string {
  return `${kind === 'environment' ? '' : `${kind} `}${id} of ${componentRef}`;
}
