import type { AuthService } from '@backstage/backend-plugin-api';
import type { Page } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsRequestOptions } from '@backstage-soa/plugin-soa-node';

/** All items of a list of the inventory, page by page, as large as it gives them. */
export async function* everyPage<T>(
  auth: AuthService,
  list: (
    query: { limit: number; cursor?: string },
    options: SoaAccountsRequestOptions,
  ) => Promise<Page<T>>,
): AsyncIterable<T[]> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await list(
      { limit: 500, ...(cursor !== undefined && { cursor }) },
      // A token may not last as long as the reading does.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
