/** @public */
export interface HcpTerraformWorkspaceInput {
  name: string;
  description?: string;
  projectId?: string;
  workingDirectory?: string;
  terraformVersion?: string;
  autoApply?: boolean;
  queueAllRuns?: boolean;
  assessmentsEnabled?: boolean;
  sourceName?: string;
  sourceUrl?: string;
  /** Replaces the workspace's own tag bindings. */
  tagBindings?: Record<string, string>;
}
