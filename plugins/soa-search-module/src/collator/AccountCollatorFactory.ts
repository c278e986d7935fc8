import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  isWrittenByPeople,
  SEARCH_TYPE_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  AccountDocument,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { everyPage } from './everyPage';
import { toAccountDocument } from './toAccountDocument';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/** Makes documents of all accounts of the organisation that the catalog has. */
export class AccountCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPE_ACCOUNT;
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(
    private readonly options: {
      accounts: SoaAccountsClient;
      auth: AuthService;
      catalog: CatalogService;
    },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncIterable<IndexableDocument & AccountDocument> {
    const { accounts, auth } = this.options;
    const pages = everyPage(auth, (query, options) =>
      accounts.listAccounts(query, options),
    );
    for await (const page of pages) {
      yield* (await this.#inCatalog(page)).map(toAccountDocument);
    }
  }

  /**
   * Anybody who may register a file can give a resource the name of an account
   * that the catalog lacks, and read what stands under its permission.
   */
  async #inCatalog(accounts: readonly Account[]): Promise<Account[]> {
    const { auth, catalog } = this.options;
    const entityRefs = accounts.map(({ entityRef }) => entityRef);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: FIELDS },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return accounts.filter((_, index) => {
      const entity = items[index];
      return entity && !isWrittenByPeople(entity);
    });
  }
}
