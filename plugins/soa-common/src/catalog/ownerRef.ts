import { fullEntityRef } from './fullEntityRef';

/**
 * The full reference of an owner as people write it, `team-shop`: a group,
 * unless it says otherwise.
 *
 * @returns `undefined` for what can be no reference
 *
 * @public
 */
export function ownerRef(
  value: string,
  defaultNamespace = 'default',
): string | undefined {
  return fullEntityRef(value, { defaultKind: 'Group', defaultNamespace });
}
