import type { HcpTerraformRun } from '../runs';
import type { HcpTerraformVariable } from '../variables';
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
  currentRun?: HcpTerraformRun;
  tagBindings: Record<string, string>;
  /** Keys of those that it has from its project; absent if it has none. */
  inheritedTags?: string[];
  /** Only if they were asked for, and the host gave them all. */
  variables?: HcpTerraformVariable[];
}
