/** @public */
export interface HcpTerraformProject {
  /** `prj-…` */
  id: string;
  name: string;
}

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
  assessmentsEnabled?: boolean;
  sourceName?: string;
  sourceUrl?: string;
  resourceCount?: number;
  /** ISO 8601; of the newest state. */
  latestChangeAt?: string;
  currentRun?: HcpTerraformRun;
  tagBindings: Record<string, string>;
}

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

/** @public */
export interface HcpTerraformVariable {
  /** `var-…` */
  id: string;
  key: string;
  /** Absent if sensitive. */
  value?: string;
  description?: string;
  category: 'terraform' | 'env';
  hcl: boolean;
  sensitive: boolean;
}

/** @public */
export interface HcpTerraformVariableInput {
  key: string;
  value: string;
  description?: string;
  category: 'terraform' | 'env';
  hcl?: boolean;
  sensitive?: boolean;
}

/** @public */
export interface HcpTerraformConfigurationVersion {
  /** `cv-…` */
  id: string;
  /** `pending`, `uploaded`, `errored`, …; others may come. */
  status: string;
  errorMessage?: string;
  /** Only in the answer to its creation. */
  uploadUrl?: string;
}

/** @public */
export interface HcpTerraformRunInput {
  workspaceId: string;
  configurationVersionId?: string;
  message: string;
  planOnly?: boolean;
  isDestroy?: boolean;
}

/** @public */
export interface HcpTerraformRun {
  /** `run-…` */
  id: string;
  /** As HCP Terraform names it; others may come. */
  status: string;
  message?: string;
  /** ISO 8601. */
  createdAt?: string;
  workspaceId?: string;
  planId?: string;
  configurationVersionId?: string;
  hasChanges?: boolean;
  isDestroy?: boolean;
  planOnly?: boolean;
  /** It waits for a person, or for us, to confirm it. */
  isConfirmable: boolean;
}

/** @public */
export interface HcpTerraformPlan {
  /** `plan-…` */
  id: string;
  status: string;
  resourceAdditions?: number;
  resourceChanges?: number;
  resourceDestructions?: number;
  resourceImports?: number;
}

/** @public */
export interface HcpTerraformOutput {
  name: string;
  sensitive: boolean;
  /** Absent if sensitive. */
  value?: unknown;
}
