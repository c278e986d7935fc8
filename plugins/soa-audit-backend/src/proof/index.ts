export { accessKeysOf } from './accessKeysOf';
export { chainedProofs } from './chainedProofs';
export { isOfSession } from './isOfSession';
export { claimedRunId, claimOf, proofOf } from './PipelineProof';
export type { PipelineProof } from './PipelineProof';
export { isTrusted } from './PipelineTrust';
export type { PipelineTrust } from './PipelineTrust';
export { proofFor } from './proofFor';
export { RunConfirmation } from './RunConfirmation';
