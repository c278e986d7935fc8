import type { Placement } from '../placement';

/** @public */
export interface WorkspaceRun {
  /** `run-…` */
  id: string;
  /** As HCP Terraform names it: `planned`, `applied`, …; others may come. */
  status: string;
  createdAt?: string;
  url: string;
}

/**
 * What HCP Terraform found when it last compared a workspace's resources with its
 * configuration.
 *
 * @public
 */
export interface WorkspaceDrift {
  /** How many resources have drifted; absent if the host does not say. */
  resources?: number;
  /** ISO 8601; absent if the host does not say. */
  checkedAt?: string;
}

/**
 * An HCP Terraform workspace.
 *
 * @public
 */
export interface Workspace {
  /** `ws-…` */
  id: string;
  name: string;
  organization: string;
  projectId?: string;
  projectName?: string;
  /** Where people see it. */
  url: string;
  /** The component that its tag bindings name. */
  componentRef?: string;
  /** The placement that its tag bindings name. */
  placement?: Placement;
  /**
   * What its Terraform variable `placement` says, where no tag bindings name its
   * placement: `prod-use1`.
   */
  placementKey?: string;
  currentRun?: WorkspaceRun;
  /** Whether anything was ever applied; `undefined`: the host does not say. */
  applied?: boolean;
  /** ISO 8601; when its newest state was made. Absent if nothing was applied. */
  lastAppliedAt?: string;
  resourceCount?: number;
  /** `undefined`: not known, not offered by this host, or checked before the last apply. */
  drifted?: boolean;
  /** Absent where `drifted` is. */
  drift?: WorkspaceDrift;
  /** ARNs of the roles that plans and applies take on. */
  roles: { plan?: string; apply?: string };
  /** The reference of the catalog's entity. */
  entityRef: string;
}

/**
 * An output of a workspace's state.
 *
 * @public
 */
export interface WorkspaceOutput {
  name: string;
  sensitive: boolean;
  /** Absent if sensitive. */
  value?: unknown;
}

/**
 * A workspace with the outputs of its state.
 *
 * @public
 */
export interface WorkspaceWithOutputs extends Workspace {
  outputs: WorkspaceOutput[];
}
