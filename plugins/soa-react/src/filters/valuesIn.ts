/**
 * The different values of a list, in order, as a filter offers them.
 *
 * @public
 */
export function valuesIn(
  values: Iterable<string>,
): Array<{ value: string; label: string }> {
  return [...new Set(values)].sort().map(value => ({ value, label: value }));
}
