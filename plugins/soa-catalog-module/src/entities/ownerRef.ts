import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The full reference of an owner as people write it, `team-shop`: a group,
 * unless it says otherwise.
 */
export function ownerRef(
  value: string,
  defaultNamespace = 'default',
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind: 'Group', defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}
