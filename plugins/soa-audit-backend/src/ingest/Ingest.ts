import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AuditBatch } from '@backstage-soa/plugin-soa-audit-node';
import { assess } from '../attribution';
import type { AttributionIndex } from '../attribution';
import { accessKeysOf, chainedProofs, isOfSession, proofOf } from '../proof';
import type { PipelineProof, RunConfirmation } from '../proof';
import { parseRecord, redact } from '../record';
import type { CloudTrailRecord, OwnReads } from '../record';
import type {
  AuditStore,
  EventPlace,
  RejectedRecord,
  StoredEvent,
  StoredRecordRow,
} from '../store';
import { confirmRuns } from './confirmRuns';

const REASSESSED_AT_ONCE = 500;

/** What ingest is told by the configuration. */
export interface IngestSettings {
  issuers: readonly string[];
  pipelineRoles: readonly string[];
  minimumConfidence: number;
}

type RecordRow = Omit<StoredRecordRow, 'before'>;

/** Records become events: parsed, proven, attributed, redacted and stored. */
export class Ingest {
  constructor(
    private readonly options: {
      store: AuditStore;
      settings: IngestSettings;
      confirmation: RunConfirmation;
      ownReads: OwnReads;
      logger: LoggerService;
      now?: () => Date;
    },
  ) {}

  async take(
    source: string,
    { shard, records, readFrom, readUntil, resume }: AuditBatch,
    index: AttributionIndex,
  ): Promise<void> {
    const { store, settings, ownReads } = this.options;
    const { now = () => new Date() } = this.options;
    const understood: RecordRow[] = [];
    const rejected: RejectedRecord[] = [];
    const at = now();
    for (const value of records) {
      const parsed = parseRecord(value);
      if ('reason' in parsed) {
        const { reason } = parsed;
        rejected.push({ source, at, reason, record: redact(value) });
      } else if (!ownReads.has(parsed.record, parsed.account)) {
        understood.push({ ...parsed, record: redact(parsed.record) });
      }
    }
    const proofs = understood.flatMap(
      ({ record, account }) => proofOf(record, account, settings.issuers) ?? [],
    );
    const known = await store.findProofs(keysOf(understood));
    for (const proof of proofs) {
      known.set(proof.accessKeyId, known.get(proof.accessKeyId) ?? proof);
    }
    for (const proof of chainedProofs(understood, known)) {
      known.set(proof.accessKeyId, proof);
      proofs.push(proof);
    }
    await store.insert(
      understood.map(row => this.#assess(row, index, known)),
      proofs,
      readUntil || resume
        ? {
            source,
            ...shard,
            read_from: (readUntil && readFrom) ?? null,
            read_until: readUntil ?? null,
            resume: readUntil ? null : resume ?? null,
          }
        : undefined,
      rejected,
    );
    if (rejected.length > 0) {
      this.options.logger.warn('CloudTrail records were not understood', {
        source,
        ...shard,
        count: rejected.length,
        reason: rejected[0].reason,
      });
    }
    // The calls of a run can come before the call that proves it, and somebody
    // else may have stored that since we have looked.
    const since = await store.findProofs(keysOf(understood));
    const news = [...since.values()].filter(
      ({ accessKeyId }) => !known.has(accessKeyId),
    );
    await this.#follow([...proofs, ...news], index);
  }

  /** Asks HCP Terraform for the runs of proofs that are new. */
  async confirmRuns(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    await confirmRuns({
      ...this.options,
      follow: proofs => this.#follow(proofs, index),
      signal,
    });
  }

  /** Holds what is stored against the index, if that has changed. */
  async reattribute(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store } = this.options;
    const limit = REASSESSED_AT_ONCE;
    let after: EventPlace | undefined;
    do {
      signal?.throwIfAborted();
      const outdated = await store.listOutdated(index.version, {
        after,
        limit,
      });
      await this.#reassess(outdated, index);
      // Once through: whoever has another index would else do it all again.
      after =
        outdated.length === limit ? placeOf(outdated[limit - 1]) : undefined;
    } while (after);
  }

  /** Holds what sessions have done against their proofs, and so on to theirs. */
  async #follow(
    proofs: readonly PipelineProof[],
    index: AttributionIndex,
  ): Promise<void> {
    const { store } = this.options;
    let next = proofs;
    while (next.length > 0) {
      const rows = await store.listByAccessKeys(
        next.map(({ accessKeyId }) => accessKeyId),
      );
      next = chainedProofs(rows, await store.findProofs(keysOf(rows)));
      await store.insert([], next);
      await this.#reassess(rows, index);
    }
  }

  async #reassess(
    rows: readonly StoredRecordRow[],
    index: AttributionIndex,
  ): Promise<void> {
    const { store } = this.options;
    for (let left = rows; left.length > 0; ) {
      const proofs = await store.findProofs(keysOf(left));
      left = await store.replace(
        left.map(row => ({
          ...this.#assess(row, index, proofs),
          before: row.before,
        })),
      );
    }
  }

  #assess(
    { record, account }: RecordRow,
    index: AttributionIndex,
    proofs: ReadonlyMap<string, PipelineProof>,
  ): StoredEvent {
    const key = keyOf(record, account, this.options.settings.issuers);
    const proof = key ? proofs.get(key) : undefined;
    return {
      ...assess(record, account, {
        ...this.options.settings,
        index,
        proof: proof && isOfSession(proof, record, account) ? proof : undefined,
      }),
      record,
      indexVersion: index.version,
    };
  }
}

/** The access key that a record acts with, or that it has given out. */
function keyOf(
  record: CloudTrailRecord,
  account: string,
  issuers: readonly string[],
): string | undefined {
  return (
    record.userIdentity.accessKeyId ??
    proofOf(record, account, issuers)?.accessKeyId
  );
}

function keysOf(rows: readonly RecordRow[]): string[] {
  return rows.flatMap(({ record }) => accessKeysOf(record));
}

function placeOf({ record }: RecordRow): EventPlace {
  const eventTime = new Date(record.eventTime).toISOString();
  return { eventTime, eventId: record.eventID };
}
