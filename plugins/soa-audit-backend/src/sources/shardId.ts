import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';

/** A shard as a key of a map. */
export function shardId({ account, region }: AuditShard): string {
  return `${account}/${region}`;
}
