import type {
  AuditShard,
  AuditSource,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AttributionIndexReader } from '../attribution';
import type { Ingest } from '../ingest';
import type { AuditStore } from '../store';
import { shardsOf } from './shardsOf';

/** Has a source read what is new, and looks after what it has brought. */
export class SourceRunner {
  constructor(
    private readonly options: {
      store: AuditStore;
      ingest: Ingest;
      indexReader: AttributionIndexReader;
      allowedRegions: readonly string[];
      now?: () => Date;
    },
  ) {}

  /** @param only - the shards to read; all if absent */
  async run(
    source: AuditSource,
    signal?: AbortSignal,
    only?: (shard: AuditShard) => boolean,
  ): Promise<void> {
    const { store, ingest, indexReader, allowedRegions } = this.options;
    const { now = () => new Date() } = this.options;
    const { index, accounts } = await indexReader.read(signal);
    const positions = new Map(
      (await store.listPositions(source.id)).map(row => [
        `${row.account}/${row.region}`,
        row.read_until ?? undefined,
      ]),
    );
    await source.read({
      shards: shardsOf(accounts, allowedRegions).filter(only ?? (() => true)),
      readUntil: ({ account, region }) => positions.get(`${account}/${region}`),
      deliver: batch => ingest.take(source.id, batch, index),
      failed: (shard, error) =>
        store.recordFailure(
          { source: source.id, ...shard },
          error.message,
          now(),
        ),
      signal,
    });
    await ingest.confirmRuns(index, signal);
    await ingest.reattribute(index, signal);
  }
}
