/** Whether a value is, or a list holds, what a filter asks for, if it asks. */
export function matches(
  value: string | readonly string[] | undefined,
  wanted: string | undefined,
): boolean {
  return (
    wanted === undefined ||
    (typeof value === 'string' ? value === wanted : !!value?.includes(wanted))
  );
}
