import type { Runtime } from '../runtime';

/**
 * States of an account, as AWS Organizations gives them; others may come.
 *
 * @public
 */
export type AccountState =
  | 'PENDING_ACTIVATION'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'PENDING_CLOSURE'
  | 'CLOSED'
  | (string & {});

/**
 * An AWS account of the organisation.
 *
 * @public
 */
export interface Account {
  /** Twelve digits. */
  id: string;
  name: string;
  arn: string;
  state: AccountState;
  organizationId: string;
  /** The id of the OU or root that it is in. */
  parentId: string;
  /** The names of the OUs above it, from the root: `Workloads/Prod`; empty in the root. */
  organizationalUnitPath: string;
  /** The entity reference of the owning group. */
  owner?: string;
  environment?: string;
  /** What services can run on in this account. */
  runtimes: Runtime[];
  /** The Regions in which they can. */
  regions: string[];
  businessUnit?: string;
  /** The groups whose services may run here; `undefined` means any. */
  allowedOwners?: string[];
  /** The reference of the catalog's entity. */
  entityRef: string;
  /** Present only where configured: `includeEmail`. */
  email?: string;
}

/**
 * A root or organizational unit.
 *
 * @public
 */
export interface OrganizationalUnit {
  id: string;
  name: string;
  arn: string;
  organizationId: string;
  /** The root's is absent. */
  parentId?: string;
  /** Like an account's, this unit's own name included; a root's is empty. */
  path: string;
}
