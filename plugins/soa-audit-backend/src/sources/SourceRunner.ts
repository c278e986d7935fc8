import type {
  AuditShard,
  AuditSource,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AttributionIndex, AttributionIndexReader } from '../attribution';
import type { Ingest } from '../ingest';
import type { AuditStore, ShardLease, ShardLeases } from '../store';
import { readExclusively } from './readExclusively';
import { shardId } from './shardId';
import { shardsOf } from './shardsOf';

/** Has a source read what is new. */
export class SourceRunner {
  constructor(
    private readonly options: {
      store: AuditStore;
      ingest: Ingest;
      leases: ShardLeases;
      indexReader: AttributionIndexReader;
      allowedRegions: readonly string[];
      now?: () => Date;
    },
  ) {}

  /** Everything, on schedule. */
  async run(source: AuditSource, signal?: AbortSignal): Promise<void> {
    const { indexReader, allowedRegions, leases } = this.options;
    const { index, accounts } = await indexReader.read(signal);
    const shards = shardsOf(accounts, allowedRegions);
    // Who has waited longest is first: not all have their turn in every run.
    const readAt = new Map(
      (await leases.listReadAt(source.id)).map(row => [
        shardId(row),
        row.readAt,
      ]),
    );
    const turnOf = (shard: AuditShard) => readAt.get(shardId(shard)) ?? '';
    shards.sort((a, b) => turnOf(a).localeCompare(turnOf(b)));
    await this.#read(source, shards, { index, signal });
  }

  /**
   * Some shards, because somebody asked. What is stored already is left to the
   * schedule: it may know more than this index does.
   */
  async runShards(
    source: AuditSource,
    shards: AuditShard[],
    context: {
      index: AttributionIndex;
      claimed: ReadonlyMap<string, ShardLease>;
      signal?: AbortSignal;
    },
  ): Promise<void> {
    await this.#read(source, shards, context);
    await this.options.ingest.confirmRuns(context.index, {
      accounts: [...new Set(shards.map(({ account }) => account))],
      signal: context.signal,
    });
  }

  #read(
    source: AuditSource,
    shards: AuditShard[],
    context: {
      index: AttributionIndex;
      claimed?: ReadonlyMap<string, ShardLease>;
      signal?: AbortSignal;
    },
  ): Promise<void> {
    const { now = () => new Date() } = this.options;
    return readExclusively(source, {
      ...this.options,
      ...context,
      shards,
      now,
    });
  }
}
