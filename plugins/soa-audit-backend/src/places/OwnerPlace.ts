import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';

/** Stands for every Region of an account: a role can act in each. */
export const EVERY_REGION = '*';

/** An account in which runs of a workspace have held a key. */
export interface RunAccount {
  organization: string;
  /** The workspace's name. */
  workspace: string;
  account: string;
}

/** Where CloudTrail can log events of a component, a workspace or an account. */
export interface OwnerPlace extends AuditShard {
  /** A component's reference, a workspace's id (`ws-…`) or an account's. */
  owner: string;
}
