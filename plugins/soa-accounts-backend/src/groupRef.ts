import {
  makeValidator,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const { isValidEntityName, isValidKind, isValidNamespace } = makeValidator();

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
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(value, { defaultKind: 'Group', defaultNamespace }),
    );
    const { kind, namespace, name } = parseEntityRef(ref);
    return isValidKind(kind) &&
      isValidNamespace(namespace) &&
      isValidEntityName(name)
      ? ref
      : undefined;
  } catch {
    return undefined;
  }
}
