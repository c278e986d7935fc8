import type { PipelineTrust } from '../proof';

/** What the configuration says of how events are assessed. */
export interface AssessmentSettings extends PipelineTrust {
  /** ARNs of roles and users that are the pipeline. */
  pipelineRoles: readonly string[];
  /** From what confidence on a change is out of band. */
  minimumConfidence: number;
  /** Entities that keep only those events that the inventory gives them now. */
  reconsidered: readonly string[];
}
