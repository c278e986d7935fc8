import type { CloudTrailRecord } from '../record';
import { isOfSession } from './isOfSession';
import { proofOf } from './PipelineProof';
import type { PipelineProof } from './PipelineProof';
import { isTrusted } from './PipelineTrust';
import type { PipelineTrust } from './PipelineTrust';

/**
 * The proof that a record is the pipeline's: of the access key that it acts
 * with, or that it has given out.
 *
 * @param proofs - by access key; some may be of settings that were once
 */
export function proofFor(
  record: CloudTrailRecord,
  account: string,
  proofs: ReadonlyMap<string, PipelineProof>,
  trust: PipelineTrust,
): PipelineProof | undefined {
  const key =
    record.userIdentity.accessKeyId ??
    proofOf(record, account, trust)?.accessKeyId;
  const proof = key ? proofs.get(key) : undefined;
  return proof && isTrusted(proof, trust) && isOfSession(proof, record, account)
    ? proof
    : undefined;
}
