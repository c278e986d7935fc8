import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Inventory } from '../attribution';
import { EVERY_REGION } from './OwnerPlace';
import type { OwnerPlace } from './OwnerPlace';

// IAM, CloudFront and STS's global endpoint are logged there.
const GLOBAL_SERVICES_REGION = 'us-east-1';
const ARN =
  /^arn:aws[a-z-]*:(?<service>[a-z0-9-]+):(?<region>[a-z0-9-]*):(?<account>\d{12}):(?<resource>.*)$/;

/** Where the inventory says that events of each component and workspace can be. */
export function placesOf({
  workspaces,
  placements,
}: Pick<Inventory, 'workspaces' | 'placements'>): OwnerPlace[] {
  const found = new Map<string, OwnerPlace>();
  const add = (
    owner: string | undefined,
    { account, region }: AuditShard,
  ): void => {
    if (owner) {
      const here = region === GLOBAL_REGION ? GLOBAL_SERVICES_REGION : region;
      const place = { owner, account, region: here };
      found.set(JSON.stringify(place), place);
    }
  };
  for (const { componentRef, account, region } of placements) {
    add(componentRef, { account: account.id, region });
  }
  for (const { id, componentRef, placement, roles, outputs } of workspaces) {
    const own = placement ? [placement] : [];
    const arns = [roles.plan, roles.apply, ...outputs.map(one => one.value)];
    for (const place of [...own, ...arns.flatMap(placesIn)]) {
      add(id, place);
      add(componentRef, place);
    }
  }
  return [...found.values()];
}

/** Where what the ARNs in a value name can do something, or have it done to it. */
function placesIn(value: unknown): AuditShard[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(placesIn);
  }
  const groups = typeof value === 'string' && ARN.exec(value)?.groups;
  if (!groups) {
    return [];
  }
  const { service, region, account, resource } = groups;
  const isRole = service === 'iam' && resource.startsWith('role/');
  const there = region || GLOBAL_SERVICES_REGION;
  return [{ account, region: isRole ? EVERY_REGION : there }];
}
