import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';

/** Stands for every Region of an account: a role can act in each. */
export const EVERY_REGION = '*';

/** Where CloudTrail can log events of a component or a workspace. */
export interface OwnerPlace extends AuditShard {
  /** The reference of the component, or the workspace's id: `ws-…`. */
  owner: string;
}
