import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/**
 * Tells placements in a list apart. More than one workspace can hold the same
 * placement: the workspace and the state are part of it.
 */
export function placementKey(item: PlacementItem): string {
  return [
    item.componentRef,
    item.environment,
    item.account.id,
    item.region,
    item.runtime,
    item.cell,
    item.workspace?.id,
    item.state,
  ].join(' ');
}
