import type { Page } from './Page';

/**
 * Follows a list to its end. A page can be empty and still have a next one.
 *
 * @param read - reads the page at a cursor, the first where there is none
 *
 * @public
 */
export async function allPages<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}
