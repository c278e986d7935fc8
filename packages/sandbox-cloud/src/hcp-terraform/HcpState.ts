export interface HcpProject {
  id: string;
  name: string;
}

export interface HcpVariable {
  id: string;
  key: string;
  value: string;
  description: string | null;
  category: 'terraform' | 'env';
  hcl: boolean;
  sensitive: boolean;
}

export interface HcpWorkspace {
  id: string;
  name: string;
  projectId: string;
  description: string | null;
  workingDirectory: string | null;
  terraformVersion: string;
  autoApply: boolean;
  assessmentsEnabled: boolean;
  sourceName: string | null;
  sourceUrl: string | null;
  tags: Record<string, string>;
  variables: HcpVariable[];
  outputs: Record<string, string>;
  resourceCount: number;
  /** What was applied last, as text: to apply the same again changes nothing. */
  applied?: string;
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Oldest first. */
  runIds: string[];
}

export interface HcpConfigurationVersion {
  id: string;
  workspaceId: string;
  status: 'pending' | 'uploaded';
  /** The placement files of the archive, by their key. */
  placements: Record<string, Record<string, unknown>>;
  /** Of all of its Terraform but the placement files. */
  digest?: string;
}

export interface HcpRun {
  id: string;
  workspaceId: string;
  configurationVersionId: string | null;
  message: string;
  planOnly: boolean;
  status: string;
  /** Milliseconds since 1970: when it got this status. */
  since: number;
  createdAt: number;
  plan: { add: number; change: number; destroy: number };
}

/** All that the pretend HCP Terraform knows. */
export interface HcpState {
  projects: HcpProject[];
  workspaces: HcpWorkspace[];
  configurationVersions: HcpConfigurationVersion[];
  runs: HcpRun[];
  /** How many runs and configuration versions there were once; 0 if absent. */
  forgotten?: number;
}
