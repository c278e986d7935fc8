/**
 * The Regions that another field of the form has placements in.
 *
 * @returns `undefined` where the template names no such field
 */
export function regionsChosen(
  options: Readonly<Record<string, unknown>> | undefined,
  formData: unknown,
): string[] | undefined {
  const field = options?.placementsField;
  if (typeof field !== 'string') {
    return undefined;
  }
  const stages = (formData as Record<string, unknown> | undefined)?.[field];
  return [stages ?? []]
    .flat()
    .flatMap(stage => (stage as { regions?: unknown } | null)?.regions ?? [])
    .filter((region): region is string => typeof region === 'string');
}
