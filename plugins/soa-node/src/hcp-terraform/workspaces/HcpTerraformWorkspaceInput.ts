import type { HcpTerraformExecutionMode } from './HcpTerraformExecutionMode';
import type { HcpTerraformVcsRepo } from './HcpTerraformVcsRepo';

/** @public */
export interface HcpTerraformWorkspaceInput {
  name: string;
  description?: string;
  projectId?: string;
  workingDirectory?: string;
  terraformVersion?: string;
  autoApply?: boolean;
  queueAllRuns?: boolean;
  speculativeEnabled?: boolean;
  /** Whether every workspace of the organization may read its state. */
  globalRemoteState?: boolean;
  assessmentsEnabled?: boolean;
  vcsRepo?: HcpTerraformVcsRepo;
  fileTriggersEnabled?: boolean;
  /** Globs, from the root of the repository. */
  triggerPatterns?: string[];
  executionMode?: HcpTerraformExecutionMode;
  /** `apool-…`; for the execution mode `agent`. */
  agentPoolId?: string;
  /** ISO 8601 */
  autoDestroyAt?: string;
  /** Since the last run or change of state: `14d`, `24h`. */
  autoDestroyActivityDuration?: string;
  sourceName?: string;
  sourceUrl?: string;
  /** Replaces the workspace's own tag bindings. */
  tagBindings?: Record<string, string>;
}
