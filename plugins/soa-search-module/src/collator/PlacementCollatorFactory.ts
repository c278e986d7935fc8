import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { PlacementItem, Page } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { PlacementDocument } from './PlacementDocument';
import { toPlacementDocument } from './toPlacementDocument';

/** Makes documents of all placements that components declare. */
export class PlacementCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'soa-placement';
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(
    private readonly options: {
      accounts: SoaAccountsClient;
      auth: AuthService;
    },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncIterable<PlacementDocument> {
    const { accounts, auth } = this.options;
    let cursor: string | undefined;
    do {
      const page: Page<PlacementItem> = await accounts.listPlacements(
        { limit: 500, ...(cursor !== undefined && { cursor }) },
        // A token may not last as long as the reading does.
        { credentials: await auth.getOwnServiceCredentials() },
      );
      yield* page.items.flatMap(item => toPlacementDocument(item) ?? []);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
