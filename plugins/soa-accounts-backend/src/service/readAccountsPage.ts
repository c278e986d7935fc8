import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Account, Page } from '@backstage-soa/plugin-soa-common';
import type { z } from 'zod';
import type { ReadableEntities } from '../access';
import { offers } from '../resolution';
import type { SnapshotReader } from '../snapshot';
import { matches } from './matches';
import { readPage } from './readPage';
import type { accountsQuery } from './schemas';

/** A page of the accounts that the caller may read the catalog entity of. */
export async function readAccountsPage(
  sources: {
    inventory: Pick<SnapshotReader, 'read'>;
    readable: Pick<ReadableEntities, 'refs'>;
  },
  query: z.output<typeof accountsQuery>,
  credentials: BackstageCredentials,
): Promise<Page<Account>> {
  const { snapshot } = await sources.inventory.read();
  return readPage({
    items: snapshot.accounts,
    key: ({ id }) => id,
    wanted: account =>
      matches(account.environment, query.environment) &&
      (!query.runtime || offers(account, query.runtime)) &&
      matches(account.regions, query.region) &&
      matches(account.parentId, query.organizationalUnit),
    query,
    shown: async accounts => {
      const refs = accounts.map(({ entityRef }) => entityRef);
      const may = await sources.readable.refs(refs, credentials);
      return accounts.map(account =>
        may.has(account.entityRef) ? account : undefined,
      );
    },
  });
}
