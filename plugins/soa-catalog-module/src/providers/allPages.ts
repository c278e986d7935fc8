import type { Page } from '@backstage-soa/plugin-soa-common';

/** Follows a list to its end. A page can be empty and still have a next one. */
export async function allPages<T>(
  read: (page: { cursor?: string; limit: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({
      limit: 500,
      ...(cursor !== undefined && { cursor }),
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}
