import {
  makeValidator,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

const { isValidEntityName, isValidKind, isValidNamespace } = makeValidator();

/**
 * The full reference of an entity, in lower case.
 *
 * @returns `undefined` for what can be no reference: the catalog refuses a whole
 * request for one such
 *
 * @public
 */
export function fullEntityRef(
  value: string,
  context: { defaultKind?: string; defaultNamespace?: string } = {},
): string | undefined {
  try {
    const ref = stringifyEntityRef(parseEntityRef(value, context));
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
