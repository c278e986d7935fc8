import type { Entity } from '@backstage/catalog-model';
import { allPages } from '@backstage-soa/plugin-soa-common';
import { accountEntity, organizationalUnitEntity } from '../entities';
import { foreignAccounts } from './foreignAccounts';
import type { InventoryContext } from './InventoryContext';

/** The entities of all organizational units and accounts. */
export async function organizationEntities(
  context: InventoryContext,
  signal: AbortSignal,
): Promise<Entity[]> {
  const { accounts: client, auth, catalog, warn, defaultOwner } = context;
  const credentials = await auth.getOwnServiceCredentials();
  const options = { credentials, signal };
  const units = await client.listOrganizationalUnits(options);
  const accounts = await allPages(cursor =>
    client.listAccounts({ cursor, limit: 500 }, options),
  );
  if (accounts.length === 0) {
    return [];
  }
  const foreign = await foreignAccounts(catalog, credentials);
  const ours = accounts.filter(({ id }) => !foreign.has(id));
  for (const { id, name } of accounts) {
    const other = foreign.get(id);
    if (other) {
      warn(
        `Account ${name} (${id}) is in the catalog already as ${other}: it is left to that, and placements are not related to it`,
      );
    }
  }
  return [
    ...units.map(unit => organizationalUnitEntity(unit, defaultOwner)),
    ...ours.map(account => accountEntity(account, defaultOwner)),
  ];
}
