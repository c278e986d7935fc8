import type { Entity } from '@backstage/catalog-model';
import {
  GLOBAL_REGION,
  parsePlacements,
} from '@backstage-soa/plugin-soa-common';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import { shardId } from '../sources';
import type { PositionRow } from '../store';
import { accountOf } from './accountOf';

/** The accounts and Regions in whose logs an entity's events are. */
export function shardsOfEntity(
  entity: Entity,
  positions: readonly PositionRow[],
): AuditShard[] {
  const own = accountOf(entity);
  if (own) {
    const known = positions.filter(({ account }) => account === own);
    return known.length
      ? [...new Set(known.map(({ region }) => region))].map(region => ({
          account: own,
          region,
        }))
      : [{ account: own, region: 'us-east-1' }];
  }
  // A component has several; a workspace has one, under another name.
  const { placements } = parsePlacements(
    entity.spec?.placements ?? [entity.spec?.placement].filter(Boolean),
  );
  const shards = new Map<string, AuditShard>();
  for (const { account, region } of placements) {
    const here = region === GLOBAL_REGION ? 'us-east-1' : region;
    // IAM's events are in us-east-1, whatever the Region.
    for (const where of [here, 'us-east-1']) {
      const shard = { account, region: where };
      shards.set(shardId(shard), shard);
    }
  }
  return [...shards.values()];
}
