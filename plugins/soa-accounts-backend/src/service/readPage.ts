import { InputError } from '@backstage/errors';
import type { Page } from '@backstage-soa/plugin-soa-common';

const LARGEST_BATCH = 500;

/**
 * The page of a list that begins after the cursor, without what the caller may
 * not see.
 */
export async function readPage<T>(options: {
  /** In the order of their keys, as JavaScript compares them. */
  items: readonly T[];
  key: (item: T) => string;
  /** What the caller asks for; everything if absent. */
  wanted?: (item: T) => boolean;
  query: { cursor?: string; limit: number };
  /** Each of the items as the caller may see it, nothing for those not at all. */
  shown: (items: readonly T[]) => Promise<Array<T | undefined>>;
}): Promise<Page<T>> {
  const { items, key, wanted = () => true, query, shown } = options;
  const page: T[] = [];
  let next = firstAfter(items, key, decodeCursor(query.cursor));
  let last: T | undefined;
  const batchOf = (size: number) => {
    const batch: Array<{ item: T; after: number }> = [];
    for (let at = next; at < items.length && batch.length < size; at += 1) {
      if (wanted(items[at])) {
        batch.push({ item: items[at], after: at + 1 });
      }
    }
    return batch;
  };
  let size = Math.min(LARGEST_BATCH, query.limit);
  let batch = batchOf(size);
  while (batch.length > 0 && page.length < query.limit) {
    const visible = await shown(batch.map(({ item }) => item));
    for (const [index, { item, after }] of batch.entries()) {
      if (page.length === query.limit) {
        break;
      }
      const seen = visible[index];
      page.push(...(seen === undefined ? [] : [seen]));
      next = after;
      last = item;
    }
    // Who may see little of a lot must not ask for it bit by bit.
    size = Math.min(LARGEST_BATCH, size * 2);
    batch = batchOf(size);
  }
  return {
    items: page,
    ...(batch.length > 0 &&
      last !== undefined && { nextCursor: encodeCursor(key(last)) }),
  };
}

/** Where in the list that begins which comes after a key. */
function firstAfter<T>(
  items: readonly T[],
  key: (item: T) => string,
  after: string | undefined,
): number {
  if (after === undefined) {
    return 0;
  }
  let from = 0;
  let to = items.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (key(items[middle]) > after) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
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
