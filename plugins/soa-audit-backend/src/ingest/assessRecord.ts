import { assess, assessmentVersion, PartVersion } from '../attribution';
import type { AssessmentSettings, AttributionIndex } from '../attribution';
import { accessKeysOf, proofFor } from '../proof';
import type { PipelineProof } from '../proof';
import type { StoredEvent, StoredRecordRow } from '../store';

/** A redacted record, in the account that it was logged in. */
export type RecordRow = Pick<StoredRecordRow, 'account' | 'record'> &
  Partial<Pick<StoredRecordRow, 'before' | 'workspaceIds' | 'indexVersion'>>;

/** What an index, and proofs by access key, make of a record. */
export function assessRecord(
  { record, account, before, workspaceIds = [], indexVersion = '' }: RecordRow,
  context: {
    settings: AssessmentSettings;
    index: AttributionIndex;
    proofs: ReadonlyMap<string, PipelineProof>;
  },
): StoredEvent {
  const { settings, index, proofs } = context;
  const version = assessmentVersion(index, settings);
  const isOfPart = PartVersion.is(indexVersion);
  return {
    ...assess(record, account, {
      settings,
      index,
      proof: proofFor(record, account, proofs, settings),
      before: before
        ? {
            attributions: JSON.parse(before).attributions,
            workspaceIds,
            isOfPart,
          }
        : undefined,
    }),
    record,
    indexVersion:
      !index.isWhole && (!before || isOfPart)
        ? PartVersion.of(version)
        : version,
  };
}

/** Every access key by which records can be proven. */
export function keysOf(rows: readonly RecordRow[]): string[] {
  return rows.flatMap(({ record }) => accessKeysOf(record));
}
