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
  currentRun?: WorkspaceRun;
  /** ISO 8601. */
  lastAppliedAt?: string;
  resourceCount?: number;
  /** `undefined`: not known, or not offered by this host. */
  drifted?: boolean;
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
