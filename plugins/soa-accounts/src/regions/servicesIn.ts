/** The services in a list, each once. */
export function servicesIn(
  items: readonly { componentRef: string }[],
): ReadonlySet<string> {
  return new Set(items.map(({ componentRef }) => componentRef));
}
