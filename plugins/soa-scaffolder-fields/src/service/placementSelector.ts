import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** What a placement is called in a form, and in links to it. */
export function placementSelector(item: PlacementItem): string {
  return placementIdentity({
    ...item,
    account: item.account.id,
    workspace: undefined,
  }).replace(/\/$/, '');
}
