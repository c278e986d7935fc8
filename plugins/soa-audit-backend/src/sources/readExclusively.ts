import type {
  AuditPosition,
  AuditShard,
  AuditSource,
  AuditSourceContext,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AttributionIndex } from '../attribution';
import type { Ingest } from '../ingest';
import type { AuditStore, ShardLease, ShardLeases } from '../store';
import { shardId } from './shardId';

/** Somebody else reads the shard by now. */
class LeaseLostError extends Error {}

/** What a source reads with: each shard under its lease. */
export async function readExclusively(
  source: AuditSource,
  options: {
    store: AuditStore;
    ingest: Ingest;
    leases: ShardLeases;
    index: AttributionIndex;
    shards: AuditShard[];
    /** Leases of shards that were claimed before. */
    claimed?: ReadonlyMap<string, ShardLease>;
    now: () => Date;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { store, ingest, leases, index, shards, now, signal } = options;
  const rows = await store.listPositions({ source: source.id });
  const positions = new Map(rows.map(row => [shardId(row), row.read_until]));
  const active = new Map<string, ShardLease>();
  const failed = (shard: AuditShard, { message }: Error) =>
    store.recordFailure({ source: source.id, ...shard }, message, now());

  const context: AuditSourceContext = {
    shards,
    readUntil: shard => positions.get(shardId(shard)) ?? undefined,
    failed,
    signal,
    async deliver(batch) {
      const lease = active.get(shardId(batch.shard));
      if (lease && !(await lease.renew())) {
        throw new LeaseLostError(`${shardId(batch.shard)} is read elsewhere`);
      }
      await ingest.take(source.id, batch, index);
    },
    async exclusively({ account, region }, read) {
      const shard = { account, region };
      const key = { source: source.id, ...shard };
      const lease =
        options.claimed?.get(shardId(shard)) ?? (await leases.claim(key));
      // One that was claimed before may have expired since.
      if (!(await lease?.renew())) {
        return;
      }
      active.set(shardId(shard), lease!);
      try {
        await read(await positionOf(store, key));
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof LeaseLostError)) {
          await failed(shard, error as Error);
        }
      } finally {
        active.delete(shardId(shard));
        await lease!.release(!signal?.aborted);
      }
    },
  };
  await source.read(context);
}

async function positionOf(
  store: AuditStore,
  key: AuditShard & { source: string },
): Promise<AuditPosition> {
  const row = await store.findPosition(key);
  return {
    ...(row?.read_until && { readUntil: row.read_until }),
    ...(row?.resume && { resume: row.resume }),
  };
}
