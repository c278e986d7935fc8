/**
 * What is changed, as columns. A key that is there with the value `undefined` empties
 * its column; lists and objects are kept as JSON.
 */
export function toColumns<Change extends object, Row extends object>(
  change: Change,
  columns: Record<keyof Change, keyof Row>,
): Partial<Row> {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      columns[key as keyof Change],
      typeof value === 'object' && value !== null
        ? JSON.stringify(value)
        : value ?? null,
    ]),
  ) as Partial<Row>;
}
