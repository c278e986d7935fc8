import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AuditBatch } from '@backstage-soa/plugin-soa-audit-node';
import { assess } from '../attribution';
import type { AttributionIndex } from '../attribution';
import { proofOf } from '../proof';
import type { PipelineProof, RunConfirmation } from '../proof';
import { parseRecord, redact } from '../record';
import type { CloudTrailRecord } from '../record';
import type { AuditStore, CloudTrailRecordRow, StoredEvent } from '../store';

const REASSESSED_AT_ONCE = 500;
const CONFIRMED_AT_ONCE = 50;

/** What ingest is told by the configuration. */
export interface IngestSettings {
  issuers: readonly string[];
  pipelineRoles: readonly string[];
  minimumConfidence: number;
}

/** Records become events: parsed, proven, attributed, redacted and stored. */
export class Ingest {
  constructor(
    private readonly options: {
      store: AuditStore;
      settings: IngestSettings;
      confirmation: RunConfirmation;
      logger: LoggerService;
      now?: () => Date;
    },
  ) {}

  async take(
    source: string,
    { shard, records, readUntil }: AuditBatch,
    index: AttributionIndex,
  ): Promise<void> {
    const { store, settings, now = () => new Date() } = this.options;
    const understood: CloudTrailRecordRow[] = [];
    const rejected: Array<{ reason: string; record: unknown }> = [];
    for (const value of records) {
      const parsed = parseRecord(value);
      if ('reason' in parsed) {
        rejected.push({ reason: parsed.reason, record: redact(value) });
      } else if (!isOwnCall(parsed.record)) {
        understood.push(parsed);
      }
    }
    const proofs = understood.flatMap(
      ({ record, account }) => proofOf(record, account, settings.issuers) ?? [],
    );
    const known = await store.findProofs(keysOf(understood));
    for (const proof of proofs) {
      known.set(proof.accessKeyId, known.get(proof.accessKeyId) ?? proof);
    }
    await store.insert(
      understood.map(row => this.#assess(row, index, known)),
      proofs,
      readUntil
        ? {
            source,
            ...shard,
            read_until: readUntil,
            error: null,
            error_at: null,
          }
        : undefined,
    );
    if (rejected.length > 0) {
      await store.reject(source, rejected, now());
    }
    // The calls of a run can come before the call that proves it.
    if (proofs.length > 0) {
      await this.#reassess(
        await store.listByAccessKeys(proofs.map(one => one.accessKeyId)),
        index,
      );
    }
  }

  /** Asks HCP Terraform for the runs of proofs that are new. */
  async confirmRuns(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, confirmation, logger } = this.options;
    for (const proof of await store.listUnconfirmed(CONFIRMED_AT_ONCE)) {
      signal?.throwIfAborted();
      try {
        await store.confirm(await confirmation.confirm(proof, signal));
      } catch (error) {
        logger.warn(`A run could not be confirmed; it is asked for again`, {
          reason: String(error),
        });
        return;
      }
      await this.#reassess(
        await store.listByAccessKeys([proof.accessKeyId]),
        index,
      );
    }
  }

  /** Holds what is stored against the index, if that has changed. */
  async reattribute(
    index: AttributionIndex,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store } = this.options;
    let outdated: CloudTrailRecordRow[];
    do {
      signal?.throwIfAborted();
      outdated = await store.listOutdated(index.version, REASSESSED_AT_ONCE);
      await this.#reassess(outdated, index);
    } while (outdated.length === REASSESSED_AT_ONCE);
  }

  async #reassess(
    rows: readonly CloudTrailRecordRow[],
    index: AttributionIndex,
  ): Promise<void> {
    const { store } = this.options;
    const proofs = await store.findProofs(keysOf(rows));
    await store.replace(rows.map(row => this.#assess(row, index, proofs)));
  }

  #assess(
    { record, account }: CloudTrailRecordRow,
    index: AttributionIndex,
    proofs: ReadonlyMap<string, PipelineProof>,
  ): StoredEvent {
    const key = keyOf(record, account, this.options.settings.issuers);
    const proof = key ? proofs.get(key) : undefined;
    return {
      event: assess(record, account, {
        ...this.options.settings,
        index,
        proof: proof?.account === account ? proof : undefined,
      }),
      record: redact(record),
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

function keysOf(rows: readonly CloudTrailRecordRow[]): string[] {
  return rows.flatMap(({ record }) => {
    const issued = (
      record.responseElements as
        | { credentials?: { accessKeyId?: unknown } }
        | undefined
    )?.credentials?.accessKeyId;
    return [
      record.userIdentity.accessKeyId,
      typeof issued === 'string' ? issued : undefined,
    ].flatMap(key => key ?? []);
  });
}

/** Reading the log must not fill it: these calls only read, and are ours. */
function isOwnCall({ eventName, userAgent }: CloudTrailRecord): boolean {
  return (
    eventName === 'LookupEvents' && (userAgent ?? '').includes('backstage-soa')
  );
}
