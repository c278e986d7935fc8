import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AuditShard,
  AuditSource,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AuditRefreshItem } from '@backstage-soa/plugin-soa-common';
import pLimit from 'p-limit';
import type { AttributionIndex, AttributionIndexReader } from '../attribution';
import { shardId, shardsOf } from '../sources';
import type { SourceRunner } from '../sources';
import type { ShardLease, ShardLeases } from '../store';

const LEAST_SECONDS_BETWEEN = 30;
const REFRESHES_AT_ONCE = 4;

/** Reads accounts and Regions out of turn, in the background. */
export class ShardRefresh {
  readonly #limit = pLimit(REFRESHES_AT_ONCE);
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(
    private readonly options: {
      sources: readonly AuditSource[];
      runner: SourceRunner;
      leases: ShardLeases;
      indexReader: AttributionIndexReader;
      allowedRegions: readonly string[];
      logger: LoggerService;
      now?: () => Date;
    },
  ) {}

  /**
   * Has those read that nobody reads and nobody has just read.
   *
   * @param wanted - what is no account and Region of the organisation is left out
   */
  async start(wanted: readonly AuditShard[]): Promise<AuditRefreshItem[]> {
    const { sources, indexReader, allowedRegions } = this.options;
    const { index, accounts } = await indexReader.read();
    const ids = new Set(wanted.map(shardId));
    const shards = shardsOf(accounts, allowedRegions).filter(shard =>
      ids.has(shardId(shard)),
    );
    const items: AuditRefreshItem[] = [];
    for (const source of sources.filter(({ onDemand }) => onDemand)) {
      const claimed = new Map<string, ShardLease>();
      try {
        for (const shard of shards) {
          const { item, lease } = await this.#claim(source, shard);
          items.push(item);
          if (lease) {
            claimed.set(shardId(shard), lease);
          }
        }
      } catch (error) {
        await this.#giveBack(claimed);
        throw error;
      }
      if (claimed.size > 0) {
        this.#begin(source, shards, { index, claimed });
      }
    }
    return items;
  }

  /** When everything that was started has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Ends what was started; others can go on with it at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.idle();
  }

  async #claim(
    source: AuditSource,
    shard: AuditShard,
  ): Promise<{ item: AuditRefreshItem; lease?: ShardLease }> {
    const { leases, now = () => new Date() } = this.options;
    const key = { source: source.id, ...shard };
    const before = await leases.find(key);
    const lease = await leases.claim(key, {
      unlessReadSince: new Date(
        now().getTime() - LEAST_SECONDS_BETWEEN * 1_000,
      ),
    });
    const { isHeld, readAt } = lease ? before : await leases.find(key);
    const state = isHeld ? 'running' : 'recent';
    return {
      item: {
        ...key,
        state: lease ? 'started' : state,
        ...(readAt && { lastReadAt: readAt }),
      },
      lease,
    };
  }

  #begin(
    source: AuditSource,
    shards: readonly AuditShard[],
    context: {
      index: AttributionIndex;
      claimed: ReadonlyMap<string, ShardLease>;
    },
  ): void {
    const { runner, logger } = this.options;
    const { claimed } = context;
    const mine = shards.filter(shard => claimed.has(shardId(shard)));
    const { signal } = this.#stop;
    const run = this.#limit(async () => {
      try {
        signal.throwIfAborted();
        await runner.runShards(source, mine, { ...context, signal });
      } catch (error) {
        logger.warn('A refresh of audit events has ended early', {
          source: source.id,
          reason: String(error),
        });
      } finally {
        await this.#giveBack(claimed);
      }
    }).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Those that were not come to; the others are given back already. */
  async #giveBack(claimed: ReadonlyMap<string, ShardLease>): Promise<void> {
    try {
      for (const lease of claimed.values()) {
        await lease.release(false);
      }
    } catch (error) {
      const reason = String(error);
      this.options.logger.warn('Leases are left to expire', { reason });
    }
  }
}
