/**
 * How far a run is. `confirming` waits for somebody to apply or discard it; the last
 * three are final.
 *
 * @public
 */
export type WorkspaceRunState =
  | 'planning'
  | 'confirming'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'canceled';

/** @public */
export const WORKSPACE_RUN_ACTIONS = ['apply', 'discard', 'cancel'] as const;

/**
 * What can be done with a run: `apply` what it plans, `discard` what waits, `cancel`
 * what is queued or does something.
 *
 * @public
 */
export type WorkspaceRunAction = (typeof WORKSPACE_RUN_ACTIONS)[number];

/** @public */
export const WORKSPACE_RUN_TYPES = ['plan', 'apply'] as const;

/**
 * What a run is started for: to `plan` and no more, or to `apply` what it plans once
 * somebody confirms it.
 *
 * @public
 */
export type WorkspaceRunType = (typeof WORKSPACE_RUN_TYPES)[number];

/**
 * `POST /v1/workspaces/{id}/runs`
 *
 * @public
 */
export interface WorkspaceRunRequest {
  type: WorkspaceRunType;
  /** Why, in words. */
  message?: string;
}

/**
 * A run of a workspace.
 *
 * @public
 */
export interface WorkspaceRunItem {
  /** `run-…` */
  id: string;
  workspaceId: string;
  /** As HCP Terraform names it; others may come. */
  status: string;
  state: WorkspaceRunState;
  message?: string;
  /** ISO 8601. */
  createdAt?: string;
  /** Where people see it. */
  url: string;
  planOnly: boolean;
  isDestroy: boolean;
  hasChanges?: boolean;
  /** What HCP Terraform lets be done with it now; who may is another question. */
  actions: WorkspaceRunAction[];
  /** The rollout that has started it, and that decides when it applies. */
  rolloutId?: string;
  /** The entity reference of whoever started it on the workspace's page. */
  startedBy?: string;
  /** Comes with a run that is read by its id, once it has planned. */
  plan?: {
    add: number;
    change: number;
    destroy: number;
    import: number;
  };
}

/**
 * `GET /v1/workspaces/{id}/runs`: the newest hundred, the newest first, and what the
 * caller may do.
 *
 * @public
 */
export interface WorkspaceRuns {
  items: WorkspaceRunItem[];
  /** ISO 8601: when HCP Terraform was asked. */
  readAt: string;
  /** They are older than they should be, as HCP Terraform gives no more lists now. */
  isOld?: boolean;
  may: { plan: boolean; apply: boolean; destroy: boolean };
  /** The catalog entity on which one has to have the permissions. */
  permittedOn: string;
  /** An environment that the configuration does not name counts as production. */
  isProduction: boolean;
}

/**
 * A resource in the state of a workspace.
 *
 * @public
 */
export interface WorkspaceResource {
  /** As Terraform writes it: `module.db.aws_db_instance.this[0]`. */
  address: string;
  /** Such as `aws_db_instance`. */
  type?: string;
  /** Such as `hashicorp/aws`. */
  provider?: string;
  /** ISO 8601. */
  updatedAt?: string;
}
