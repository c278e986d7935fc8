import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AuditBatch } from '@backstage-soa/plugin-soa-audit-node';
import type { AssessmentSettings, AttributionIndex } from '../attribution';
import { chainedProofs, proofOf } from '../proof';
import type { RunConfirmation } from '../proof';
import { parseRecord, redact, toRejected } from '../record';
import type { OwnReads } from '../record';
import type { AuditStore, RejectedRecord } from '../store';
import { assessRecord, keysOf } from './assessRecord';
import type { RecordRow } from './assessRecord';
import { confirmRuns } from './confirmRuns';
import { Reassessment } from './Reassessment';

/** Records become events: parsed, proven, attributed, redacted and stored. */
export class Ingest {
  readonly reassessment: Reassessment;

  constructor(
    private readonly options: {
      store: AuditStore;
      settings: AssessmentSettings;
      confirmation: RunConfirmation;
      ownReads: OwnReads;
      logger: LoggerService;
      now?: () => Date;
    },
  ) {
    this.reassessment = new Reassessment(options);
  }

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
      const parsed = parseRecord(value, shard.account);
      if ('reason' in parsed) {
        const { reason } = parsed;
        rejected.push({
          source,
          shard,
          at,
          reason,
          record: toRejected(value),
        });
      } else if (!ownReads.has(parsed.record, parsed.account)) {
        understood.push({ ...parsed, record: redact(parsed.record) });
      }
    }
    const proofs = understood.flatMap(
      ({ record, account }) => proofOf(record, account, settings) ?? [],
    );
    const known = await store.proofs.find(keysOf(understood));
    for (const proof of proofs) {
      known.set(proof.accessKeyId, known.get(proof.accessKeyId) ?? proof);
    }
    for (const proof of chainedProofs(understood, known)) {
      known.set(proof.accessKeyId, proof);
      proofs.push(proof);
    }
    await store.insert(
      understood.map(row =>
        assessRecord(row, { settings, index, proofs: known }),
      ),
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
    const since = await store.proofs.find(keysOf(understood));
    const news = [...since.values()].filter(
      ({ accessKeyId }) => !known.has(accessKeyId),
    );
    // Of what is read again, all is known but what was not come to.
    const unfollowed = await store.proofs.findUnfollowed(
      proofs.map(({ accessKeyId }) => accessKeyId),
    );
    await this.reassessment.follow([...unfollowed, ...news], index);
  }

  /**
   * Asks HCP Terraform for the runs of proofs that are new.
   *
   * @param options - `accounts`: only of keys that hold in these
   */
  async confirmRuns(
    index: AttributionIndex,
    options: { accounts?: readonly string[]; signal?: AbortSignal } = {},
  ): Promise<void> {
    const { store, confirmation, logger, settings } = this.options;
    await confirmRuns({
      store,
      confirmation,
      logger,
      settings,
      ...options,
      follow: proofs => this.reassessment.follow(proofs, index),
    });
  }
}
