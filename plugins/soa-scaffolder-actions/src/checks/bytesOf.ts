/** How many bytes all names and texts in a value have in UTF-8. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') {
    return Buffer.byteLength(value);
  }
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const parts: unknown[] = Array.isArray(value)
    ? value
    : Object.entries(value).flat();
  return parts.reduce<number>((sum, part) => sum + bytesOf(part), 0);
}
