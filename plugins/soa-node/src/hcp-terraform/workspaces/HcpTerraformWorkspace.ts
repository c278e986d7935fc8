import type { HcpTerraformOutput } from '../outputs';
import type { HcpTerraformRun } from '../runs';
import type { HcpTerraformVariable } from '../variables';
import type { HcpTerraformAssessment } from './HcpTerraformAssessment';
import type { HcpTerraformExecutionMode } from './HcpTerraformExecutionMode';
import type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';

/** @public */
export interface HcpTerraformWorkspace {
  /** `ws-…` */
  id: string;
  name: string;
  description?: string;
  project?: { id: string; name?: string };
  workingDirectory?: string;
  terraformVersion?: string;
  autoApply: boolean;
  queueAllRuns?: boolean;
  speculativeEnabled?: boolean;
  globalRemoteState?: boolean;
  assessmentsEnabled?: boolean;
  /** Absent if it is not linked to a repository. */
  vcsRepo?: HcpTerraformVcsRepo;
  /** Whether only changes of some files start runs. */
  fileTriggersEnabled?: boolean;
  triggerPatterns?: string[];
  executionMode?: HcpTerraformExecutionMode;
  /** `apool-…` */
  agentPoolId?: string;
  /** ISO 8601 */
  autoDestroyAt?: string;
  /** Such as `14d`. */
  autoDestroyActivityDuration?: string;
  sourceName?: string;
  sourceUrl?: string;
  resourceCount?: number;
  /** ISO 8601; of the newest state. */
  latestChangeAt?: string;
  /** `sv-…`; absent if there is no state yet, or the host does not say. */
  currentStateVersionId?: string;
  /** Whether there is a state, even an empty one; absent if the host does not say. */
  hasState?: boolean;
  /** ISO 8601; of the current state. Only with details. */
  stateCreatedAt?: string;
  currentRun?: HcpTerraformRun;
  /** What it may be asked for with the token; absent if the host does not say. */
  mayReadVariables?: boolean;
  mayReadOutputs?: boolean;
  tagBindings: Record<string, string>;
  /** Keys of those that it has from its project; absent if it has none. */
  inheritedTags?: string[];
  /** Only if they were asked for, and the host gave them all. */
  variables?: HcpTerraformVariable[];
  /**
   * Of the current state. Only with details, and if the host gave them all: not
   * while the state is still being processed.
   */
  outputs?: HcpTerraformOutput[];
  /** The newest. Only with details, and if there is one. */
  assessment?: HcpTerraformAssessment;
}
