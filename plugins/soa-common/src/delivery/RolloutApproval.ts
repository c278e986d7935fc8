/** @public */
export type RolloutApprovalState = 'pending' | 'open' | 'approved' | 'rejected';

/**
 * A decision that a rollout needs of people.
 *
 * @public
 */
export interface RolloutApproval {
  id: string;
  /**
   * - `stage`: before the stage begins
   * - `destroy`: before a placement in production loses resources that hold data
   */
  kind: 'stage' | 'destroy';
  /** `pending` until it is its turn. */
  state: RolloutApprovalState;
  environment: string;
  /** The entity references of the groups whose members may decide. */
  groups: string[];
  /** Whether whoever started the rollout may not decide. */
  notInitiator: boolean;
  /** Of `destroy`: the key of the placement. */
  placement?: string;
  /** Of `destroy`: the addresses of the resources; empty if they cannot be read. */
  resources?: string[];
  /** ISO 8601. */
  openedAt?: string;
  /** The entity reference of the user who decided. */
  decidedBy?: string;
  /** ISO 8601. */
  decidedAt?: string;
  comment?: string;
  /** Whether the caller may decide now. */
  mayDecide: boolean;
}

/**
 * `POST /v1/rollouts/{id}/approve`.
 *
 * @public
 */
export interface RolloutDecision {
  approvalId: string;
  decision: 'approved' | 'rejected';
  comment?: string;
}

/**
 * An open approval in a list, and of what it is.
 *
 * @public
 */
export interface RolloutApprovalItem extends RolloutApproval {
  rolloutId: string;
  componentRef: string;
  /** The entity reference of the user who started the rollout. */
  initiator: string;
}
