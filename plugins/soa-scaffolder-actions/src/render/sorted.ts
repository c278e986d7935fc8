/**
 * A value as it belongs in a file: the order in which a form sends its fields must
 * not change it, and neither must Terraform, which composes characters (NFC).
 */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value === 'string') {
    return value.normalize('NFC');
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
