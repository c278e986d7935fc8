/** @throws if AWS left out what it always gives */
export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`AWS Organizations did not give ${what}`);
  }
  return value;
}
