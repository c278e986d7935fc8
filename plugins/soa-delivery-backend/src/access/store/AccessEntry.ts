/** What a workspace is given: whose runs may take on its roles, and which rights. */
export interface AccessGrant {
  /** The name of the HCP Terraform project that the workspace is in. */
  project: string;
  runtime: string;
}

/** A workspace, and the account that it deploys into. */
export interface AccessKey {
  organization: string;
  account: string;
  workspace: string;
}

/** A workspace that somebody has asked deploy access for, as it is kept. */
export interface AccessEntry extends AccessKey, AccessGrant {
  componentRef: string;
  requestedBy: string;
  requestedAt: string;
  /** Who asked last for it to be taken away. */
  removalRequestedBy?: string;
  /** `absent`: its access is to be taken away. */
  wish: 'present' | 'absent';
  /**
   * - `requested`: the next run of the access workspace is for it
   * - `running`: the present one is
   * - `ready`: it was applied
   * - `failed`: it was not; nothing more happens until somebody asks again
   */
  state: 'requested' | 'running' | 'ready' | 'failed';
  /** What the last run that was applied gave it. */
  applied?: AccessGrant;
  /** One sentence for people: why it failed. */
  reason?: string;
  readyAt?: string;
  /** Counts what was asked for: who builds on something older changes nothing. */
  revision: number;
  /** Since when it waits for a run, or had one: what waits longest comes first. */
  queuedAt: string;
  /**
   * The group that it is tried with, since a run for more has failed; absent: it
   * goes with all others that were asked for.
   */
  suspects?: string;
  /** Since when its workspace is not to be found. */
  missingSince?: string;
}

/** What somebody asks for. */
export type AccessWish = AccessKey &
  AccessGrant & { componentRef: string; requestedBy: string };

/**
 * A change of one entry; one that is not in a given state, or of which something
 * else was asked for meanwhile, stays as it is.
 */
export interface EntryChange {
  workspace: string;
  whenState?: AccessEntry['state'];
  whenRevision?: number;
  /** `undefined`: it goes. */
  to?: Partial<
    Pick<
      AccessEntry,
      'state' | 'applied' | 'reason' | 'readyAt' | 'queuedAt' | 'suspects'
    >
  >;
}
