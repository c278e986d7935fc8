/** @public */
export const LOCK_TARGET_KINDS = ['account', 'zone'] as const;

/** @public */
export type LockTargetKind = (typeof LOCK_TARGET_KINDS)[number];

/**
 * What one owner uses alone.
 *
 * @public
 */
export interface LockTarget {
  kind: LockTargetKind;
  /** Of the account, twelve digits; or of the hosted zone, such as `Z0123456789ABC`. */
  id: string;
}
