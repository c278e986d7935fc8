import type { ResolvedPlacement } from '../accounts';

/**
 * - `ready`: the roles of the workspace are there
 * - `waiting`: they are being made, or somebody has to decide
 * - `failed`: they are not made; whoever asks again has it tried again
 * - `absent`: nobody has asked for them
 * - `unmanaged`: this portal does not make them
 *
 * @public
 */
export type DeployAccessState =
  | 'ready'
  | 'waiting'
  | 'failed'
  | 'absent'
  | 'unmanaged';

/**
 * Whether a workspace can deploy into the account of its placement: whether the
 * roles that its runs take on are there.
 *
 * @public
 */
export interface DeployAccess {
  /** `organization/name`. */
  workspace: string;
  account: string;
  state: DeployAccessState;
  /** One sentence for people: what is waited for, or why it failed. */
  reason?: string;
  /** The run of the account's access workspace. */
  run?: {
    id: string;
    status: string;
    url: string;
    /** Whether it goes on only when a person has confirmed it, or decided. */
    needsPerson: boolean;
  };
}

/**
 * `POST /v1/access`: asks for what is missing. The same request again asks for
 * nothing more, but has tried again what has failed.
 *
 * @public
 */
export interface DeployAccessRequest {
  componentRef: string;
  /** The entity reference of the owning group, whose project the workspaces are in. */
  owner: string;
  placements: ResolvedPlacement[];
  /** Whether only to say what there is. */
  dryRun?: boolean;
}

/** @public */
export interface DeployAccessList {
  items: DeployAccess[];
}
