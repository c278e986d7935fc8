import type { Entity } from '@backstage/catalog-model';
import {
  accountEntityRef,
  allPages,
  organizationalUnitEntityRef,
} from '@backstage-soa/plugin-soa-common';
import { accountEntity, organizationalUnitEntity } from '../entities';
import { foreignAccounts } from './foreignAccounts';
import type { InventoryContext } from './InventoryContext';
import { takenNames } from './takenNames';

/** The entities of all organizational units and accounts. */
export async function organizationEntities(
  context: InventoryContext,
  signal: AbortSignal,
): Promise<Entity[]> {
  const { accounts: client, auth, catalog, defaultOwner } = context;
  const { warn, error } = context;
  const credentials = await auth.getOwnServiceCredentials();
  const options = { credentials, signal };
  const units = await client.listOrganizationalUnits(options);
  const accounts = await allPages(cursor =>
    client.listAccounts({ cursor, limit: 500 }, options),
  );
  if (accounts.length === 0) {
    return [];
  }
  const taken = await takenNames(
    catalog,
    [
      ...units.map(({ id }) => organizationalUnitEntityRef(id)),
      ...accounts.map(({ id }) => accountEntityRef(id)),
    ],
    credentials,
  );
  taken.forEach(error);
  const foreign = await foreignAccounts(catalog, credentials);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const left = new Set<string>();
  for (const { id, entityRef, isWritten } of foreign) {
    const named = `${names.get(id)} (${id})`;
    if (names.has(id) && isWritten) {
      // Under our own name it has been reported already.
      if (entityRef === accountEntityRef(id)) {
        continue;
      }
      warn(
        `${entityRef} says that it is account ${named}, which the organisation's own entity is: remove it`,
      );
    } else if (names.has(id)) {
      left.add(id);
      warn(
        `Account ${named} is in the catalog already as ${entityRef}: it is left to that, and placements are not related to it`,
      );
    }
  }
  const ours = accounts.filter(({ id }) => !left.has(id));
  return [
    ...units.map(unit => organizationalUnitEntity(unit, defaultOwner)),
    ...ours.map(account => accountEntity(account, defaultOwner)),
  ];
}
