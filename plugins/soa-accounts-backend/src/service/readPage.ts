import { InputError } from '@backstage/errors';
import type { Page } from '@backstage-soa/plugin-soa-common';

const LARGEST_BATCH = 500;

/**
 * The page of a list that begins after the cursor, without what the caller may
 * not see. The order is that of the keys, whatever the database's collation.
 */
export async function readPage<T>(options: {
  items: readonly T[];
  key: (item: T) => string;
  query: { cursor?: string; limit: number };
  /** Each of the items as the caller may see it, nothing for those not at all. */
  shown: (items: readonly T[]) => Promise<Array<T | undefined>>;
}): Promise<Page<T>> {
  const { items, key, query, shown } = options;
  const after = decodeCursor(query.cursor);
  const keyed = items
    .map(item => ({ key: key(item), item }))
    .filter(one => after === undefined || one.key > after)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const page: T[] = [];
  let next = 0;
  let size = Math.min(LARGEST_BATCH, query.limit);
  while (next < keyed.length && page.length < query.limit) {
    const batch = keyed.slice(next, next + size);
    for (const item of await shown(batch.map(one => one.item))) {
      if (page.length === query.limit) {
        break;
      }
      page.push(...(item === undefined ? [] : [item]));
      next += 1;
    }
    // Who may see little of a lot must not ask for it bit by bit.
    size = Math.min(LARGEST_BATCH, size * 2);
  }
  return {
    items: page,
    ...(next < keyed.length && {
      nextCursor: encodeCursor(keyed[next - 1].key),
    }),
  };
}

/** Says after which item a page begins, in a form that nobody is to read. */
function encodeCursor(after: string): string {
  return Buffer.from(JSON.stringify({ after })).toString('base64url');
}

function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const { after } = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (typeof after === 'string') {
      return after;
    }
  } catch {
    // Said below, as for any other cursor that is none of ours.
  }
  throw new InputError('cursor is not one that this server gave: leave it out');
}
