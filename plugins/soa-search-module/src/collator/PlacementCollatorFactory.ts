import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { SEARCH_TYPE_PLACEMENT } from '@backstage-soa/plugin-soa-common';
import type { PlacementDocument } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { everyPage } from './everyPage';
import { toPlacementDocument } from './toPlacementDocument';

/** Makes documents of all placements that components declare. */
export class PlacementCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPE_PLACEMENT;
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

  async *#documents(): AsyncIterable<IndexableDocument & PlacementDocument> {
    const { accounts, auth } = this.options;
    const pages = everyPage(auth, (query, options) =>
      accounts.listPlacements(query, options),
    );
    for await (const page of pages) {
      yield* page.flatMap(item => toPlacementDocument(item) ?? []);
    }
  }
}
