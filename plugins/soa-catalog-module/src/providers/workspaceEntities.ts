import type { Entity } from '@backstage/catalog-model';
import { allPages } from '@backstage-soa/plugin-soa-common';
import { isValidEntityName, workspaceEntity } from '../entities';
import { componentOwners } from './componentOwners';
import type { InventoryContext } from './InventoryContext';
import { takenNames } from './takenNames';

/** The entities of all workspaces. Who owns a component owns its workspaces. */
export async function workspaceEntities(
  context: InventoryContext,
  signal: AbortSignal,
): Promise<Entity[]> {
  const { accounts: client, auth, catalog, defaultOwner } = context;
  const { warn, error } = context;
  const credentials = await auth.getOwnServiceCredentials();
  const workspaces = await allPages(cursor =>
    client.listWorkspaces({ cursor, limit: 500 }, { credentials, signal }),
  );
  const taken = await takenNames(
    catalog,
    workspaces.map(({ entityRef }) => entityRef),
    credentials,
  );
  taken.forEach(error);
  const owners = await componentOwners(
    catalog,
    workspaces.flatMap(({ componentRef }) => componentRef ?? []),
    credentials,
  );
  return workspaces.flatMap(workspace => {
    if (!isValidEntityName(workspace.id)) {
      warn(
        `Workspace ${workspace.organization}/${workspace.name} has the id "${workspace.id}", which cannot be the name of an entity: it is left out`,
      );
      return [];
    }
    const owner = owners.get(workspace.componentRef ?? '') ?? defaultOwner;
    return [workspaceEntity(workspace, owner)];
  });
}
