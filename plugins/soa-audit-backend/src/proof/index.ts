export { accessKeysOf } from './accessKeysOf';
export { chainedProofs } from './chainedProofs';
export { isOfSession } from './isOfSession';
export { claimedRunId, proofOf } from './PipelineProof';
export type { PipelineProof } from './PipelineProof';
export { RunConfirmation } from './RunConfirmation';
