export { claimedRunId, proofOf } from './PipelineProof';
export type { PipelineProof } from './PipelineProof';
export { RunConfirmation } from './RunConfirmation';
