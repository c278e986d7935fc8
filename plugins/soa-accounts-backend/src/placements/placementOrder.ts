import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** Every placement has a place of its own in the order, so that cursors stay valid. */
export function placementOrder(item: PlacementItem): string {
  return [
    item.componentRef,
    item.environment,
    item.account.id,
    item.region,
    item.runtime,
    item.cell ?? '',
    item.workspace?.id ?? '',
  ].join(' ');
}
