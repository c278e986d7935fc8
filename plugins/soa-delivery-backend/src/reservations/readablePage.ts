// Who may read little of a lot gets a short page, and goes on from there.
const MOST_ROUNDS = 10;

/**
 * A page of those that the caller may see, in the order in which they are listed.
 *
 * @param options - `list`: those after a place, the first where there is none;
 *   `placeOf`: where one stands
 */
export async function readablePage<
  T,
  Place extends ReadonlyArray<string | number>,
>(options: {
  limit: number;
  after: Place | undefined;
  list: (after: Place | undefined, limit: number) => Promise<T[]>;
  placeOf: (item: T) => Place;
  readable: (items: readonly T[]) => Promise<ReadonlySet<T>>;
}): Promise<{ items: T[]; next?: Place }> {
  const { limit, list, placeOf, readable } = options;
  const items: T[] = [];
  let { after } = options;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const records = await list(after, limit + 1);
    const seen = await readable(records);
    for (const record of records.slice(0, limit)) {
      if (items.length === limit) {
        return { items, next: placeOf(items[limit - 1]) };
      }
      if (seen.has(record)) {
        items.push(record);
      }
      after = placeOf(record);
    }
    if (records.length <= limit) {
      return { items };
    }
  }
  return { items, next: after };
}
