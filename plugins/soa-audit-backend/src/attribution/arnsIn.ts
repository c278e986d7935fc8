/** The ARNs in the value of an output, at whatever depth. */
export function arnsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^arn:aws[a-z-]*:/.test(value) ? [value] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(arnsIn)
    : [];
}
