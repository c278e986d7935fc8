import type { AccessMap } from '../effects';
import type { RUN_ODDITIES } from '../misbehaviour';

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
  /** Another one after each change; absent in what older versions kept. */
  versionId?: string;
}

/** Who tells whom of the runs of a workspace. */
export interface HcpNotification {
  id: string;
  name: string;
  url: string;
  token: string;
  triggers: string[];
  enabled: boolean;
}

export interface HcpTeam {
  id: string;
  name: string;
}

export interface HcpTeamAccess {
  id: string;
  teamId: string;
  workspaceId: string;
  /** `access` and the single permissions, as the API names them. */
  permissions: Record<string, unknown>;
}

export interface HcpVariableSet {
  id: string;
  name: string;
  workspaceIds: string[];
}

export interface HcpDrift {
  resources: number;
  /** Milliseconds since 1970. */
  at: number;
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
  /** What the sandbox cloud keeps and does nothing with, as the API names it. */
  settings?: Record<string, unknown>;
  notifications?: HcpNotification[];
  /** The workspaces after which it runs. */
  runTriggerSources?: string[];
  tags: Record<string, string>;
  variables: HcpVariable[];
  outputs: Record<string, string>;
  resourceCount: number;
  /** How often something was applied; absent if not since the start. */
  stateSerial?: number;
  /** What the newest assessment found that nothing was applied after. */
  drift?: HcpDrift;
  /** What was applied last, as text: to apply the same again changes nothing. */
  applied?: string;
  /** What was applied of the variable `access`: whose roles are there. */
  access?: AccessMap;
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Oldest first. */
  runIds: string[];
  /** The newest that does not only plan; absent if there is none. */
  currentRunId?: string;
}

export interface HcpConfigurationVersion {
  id: string;
  workspaceId: string;
  status: 'pending' | 'uploaded';
  /** The placement files of the archive, by their key. */
  placements: Record<string, Record<string, unknown>>;
  /** Of all of its Terraform but the placement files. */
  digest?: string;
  /** It can be planned only. */
  speculative?: boolean;
  /** Of what came from a repository: its hash. */
  commit?: string;
  /** How many resources it takes over that are there already. */
  imports?: number;
}

/** What a test has asked of the next run. */
export type RunOddity = (typeof RUN_ODDITIES)[number];

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
  plan: { add: number; change: number; destroy: number; import?: number };
  /** Absent in what older versions kept, as is all that follows. */
  isDestroy?: boolean;
  refreshOnly?: boolean;
  oddity?: RunOddity;
  /** Whether it applies without anybody. */
  autoApply?: boolean;
  /** Why it errored, as its log has it. */
  error?: string;
  /** Milliseconds since 1970: when its plan was there. */
  plannedAt?: number;
  /** Milliseconds since 1970: when somebody had it apply. */
  confirmedAt?: number;
  /** Milliseconds since 1970: when it began to apply. */
  applyingAt?: number;
}

/** All that the pretend HCP Terraform knows. */
export interface HcpState {
  projects: HcpProject[];
  workspaces: HcpWorkspace[];
  configurationVersions: HcpConfigurationVersion[];
  runs: HcpRun[];
  /** Absent in what older versions kept, as is the next. */
  teamAccess?: HcpTeamAccess[];
  variableSets?: HcpVariableSet[];
  /** How many runs and configuration versions there were once; 0 if absent. */
  forgotten?: number;
}
