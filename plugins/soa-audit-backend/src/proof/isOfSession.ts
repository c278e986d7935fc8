import type { CloudTrailRecord } from '../record';
import type { PipelineProof } from './PipelineProof';

const CLOCK_SKEW_MS = 60_000;
// STS gives no session of a role a longer life.
const LONGEST_SESSION_MS = 12 * 3_600_000;

/** Whether a record is of the session that the proof is for. */
export function isOfSession(
  proof: PipelineProof,
  { eventTime }: CloudTrailRecord,
  account: string,
): boolean {
  const age = Date.parse(eventTime) - Date.parse(proof.eventTime);
  return (
    proof.account === account &&
    age >= -CLOCK_SKEW_MS &&
    age <= LONGEST_SESSION_MS
  );
}
