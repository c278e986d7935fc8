import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type { InventoryStore } from '../store';
import type { ReadableEntities } from './ReadableEntities';

/** Workspaces of the inventory whose catalog entity the caller may read. */
export class ReadableWorkspaces {
  constructor(
    private readonly options: {
      store: Pick<InventoryStore, 'getWorkspace'>;
      readable: ReadableEntities;
    },
  ) {}

  /** @throws NotFoundError also for what the caller may not read */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<{ workspace: Workspace; outputs: WorkspaceOutput[] }> {
    const found = await this.find(id, credentials);
    if (!found) {
      throw new NotFoundError(
        `There is no workspace "${id}", or you may not see it`,
      );
    }
    return found;
  }

  /** @returns `undefined` also for what the caller may not read */
  async find(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<{ workspace: Workspace; outputs: WorkspaceOutput[] } | undefined> {
    const { store, readable } = this.options;
    const found = await store.getWorkspace(id);
    if (!found) {
      return undefined;
    }
    const { entityRef } = found.workspace;
    const may = await readable.refs([entityRef], credentials);
    return may.has(entityRef) ? found : undefined;
  }
}
