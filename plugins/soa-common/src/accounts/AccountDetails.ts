import type { Account } from './Account';

/**
 * An account with what it is given itself.
 *
 * @public
 */
export interface AccountDetails extends Account {
  /** Absent where no workspace says that it holds the account's baseline. */
  baseline?: AccountBaseline;
}

/**
 * What an account was given before any service, by the module `account-baseline`.
 *
 * @public
 */
export interface AccountBaseline {
  /** Such as `1.4.0`. */
  version: string;
  /** What it guards the account by, in words; absent where it does not say. */
  guardrails?: string[];
  /** Absent for those who may not see it. */
  workspace?: { id: string; name: string; url: string; entityRef: string };
}

/**
 * What the organisation lets an account do at most, whatever its own policies say.
 *
 * @public
 */
export interface GuardRail {
  /** `p-…` */
  id: string;
  name: string;
  description?: string;
  type: GuardRailType;
  /** Whether AWS has written it, such as `FullAWSAccess`. */
  isAwsManaged: boolean;
  /** Where it is attached: the account itself, or a root or unit above it. */
  attachedTo: { id: string; name: string };
}

/**
 * Kinds of policies of AWS Organizations that bound what an account may do.
 *
 * @public
 */
export const GUARD_RAIL_TYPES = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
] as const;

/** @public */
export type GuardRailType = (typeof GUARD_RAIL_TYPES)[number];

/**
 * The guard rails of an account, from the root downwards.
 *
 * @public
 */
export interface GuardRails {
  items: GuardRail[];
  /** Why some could not be read, as a sentence; absent where all could. */
  unknown?: string;
}
