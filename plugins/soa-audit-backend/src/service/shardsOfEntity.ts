import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import {
  GLOBAL_REGION,
  parsePlacements,
} from '@backstage-soa/plugin-soa-common';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import { EVERY_REGION } from '../places';
import { shardId } from '../sources';
import type { AuditStore, PositionRow } from '../store';
import { accountOf } from './accountOf';
import { workspaceOf } from './workspaceOf';

// IAM, CloudFront and STS's global endpoint are logged there.
const GLOBAL_SERVICES_REGION = 'us-east-1';

/**
 * The accounts and Regions in whose logs an entity's events can be, and how far
 * these accounts have been read.
 */
export async function shardsOfEntity(
  entity: Entity,
  store: Pick<AuditStore, 'places' | 'listPositions'>,
): Promise<{ shards: AuditShard[]; positions: PositionRow[] }> {
  const places = await placesOfEntity(entity, store);
  const accounts = [...new Set(places.map(({ account }) => account))];
  const positions = await store.listPositions({ accounts });
  const read = [...(await store.places.of(...accounts)), ...positions];
  const shards = new Map<string, AuditShard>();
  for (const { account, region } of places) {
    const regions =
      region === EVERY_REGION
        ? read.filter(row => row.account === account).map(row => row.region)
        : [region];
    // Of an account that the inventory does not know, nothing else is known.
    for (const here of regions.length ? regions : [GLOBAL_SERVICES_REGION]) {
      const shard = { account, region: here };
      shards.set(shardId(shard), shard);
    }
  }
  return { shards: [...shards.values()], positions };
}

async function placesOfEntity(
  entity: Entity,
  { places }: Pick<AuditStore, 'places'>,
): Promise<AuditShard[]> {
  const own = accountOf(entity);
  if (own) {
    return [{ account: own, region: EVERY_REGION }];
  }
  // A component has several; a workspace has one, under another name.
  const { placements } = parsePlacements(
    entity.spec?.placements ?? [entity.spec?.placement].filter(Boolean),
  );
  return [
    ...placements.flatMap(({ account, region }) => [
      {
        account,
        region: region === GLOBAL_REGION ? GLOBAL_SERVICES_REGION : region,
      },
      // IAM's events are there, whatever the Region.
      { account, region: GLOBAL_SERVICES_REGION },
    ]),
    ...(await places.of(workspaceOf(entity) ?? stringifyEntityRef(entity))),
  ];
}
