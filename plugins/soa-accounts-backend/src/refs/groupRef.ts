import { fullRef } from './fullRef';

/**
 * The full reference of an owner as people write it, `team-shop`: a group,
 * unless it says otherwise.
 *
 * @returns `undefined` for what can be no reference
 */
export function groupRef(
  value: string,
  defaultNamespace = 'default',
): string | undefined {
  return fullRef(value, { defaultKind: 'Group', defaultNamespace });
}
