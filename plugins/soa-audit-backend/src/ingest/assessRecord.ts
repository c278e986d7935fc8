import { assess } from '../attribution';
import type { AttributionIndex } from '../attribution';
import { accessKeysOf, isOfSession, proofOf } from '../proof';
import type { PipelineProof } from '../proof';
import type { StoredEvent, StoredRecordRow } from '../store';

/** What ingest is told by the configuration. */
export interface IngestSettings {
  issuers: readonly string[];
  pipelineRoles: readonly string[];
  minimumConfidence: number;
}

/** A redacted record, in the account that it was logged in. */
export type RecordRow = Pick<StoredRecordRow, 'account' | 'record'>;

/** What an index, and proofs by access key, make of a record. */
export function assessRecord(
  { record, account }: RecordRow,
  context: {
    settings: IngestSettings;
    index: AttributionIndex;
    proofs: ReadonlyMap<string, PipelineProof>;
  },
): StoredEvent {
  const { settings, index, proofs } = context;
  // The access key that it acts with, or that it has given out.
  const key =
    record.userIdentity.accessKeyId ??
    proofOf(record, account, settings.issuers)?.accessKeyId;
  const proof = key ? proofs.get(key) : undefined;
  return {
    ...assess(record, account, {
      ...settings,
      index,
      proof: proof && isOfSession(proof, record, account) ? proof : undefined,
    }),
    record,
    indexVersion: index.version,
  };
}

/** Every access key by which records can be proven. */
export function keysOf(rows: readonly RecordRow[]): string[] {
  return rows.flatMap(({ record }) => accessKeysOf(record));
}
