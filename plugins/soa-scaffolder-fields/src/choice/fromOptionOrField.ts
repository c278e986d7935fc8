/**
 * What a picker is narrowed by: what the template fixes (`environment`), or what
 * another field of the form holds (`environmentField`).
 */
export function fromOptionOrField(
  options: Readonly<Record<string, unknown>> | undefined,
  formData: unknown,
  name: string,
): string | undefined {
  const fixed = options?.[name];
  if (typeof fixed === 'string') {
    return fixed;
  }
  const field = options?.[`${name}Field`];
  const value =
    typeof field === 'string'
      ? (formData as Record<string, unknown> | undefined)?.[field]
      : undefined;
  return typeof value === 'string' && value ? value : undefined;
}
