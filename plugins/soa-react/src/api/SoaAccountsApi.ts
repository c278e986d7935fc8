import { createApiRef } from '@backstage/frontend-plugin-api';
import type { FetchApi } from '@backstage/core-plugin-api';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  AccountDetails,
  GuardRails,
  EstateSummary,
  OrganizationalUnit,
  Page,
  PlacementItem,
  PlacementRequest,
  PlacementResolution,
  Workspace,
  WorkspaceOutput,
  WorkspaceResource,
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRunRequest,
  WorkspaceRuns,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import { PluginRequests } from './PluginRequests';

/**
 * The inventory, as the signed-in user may see it.
 *
 * @public
 */
export interface SoaAccountsApi {
  /** How much there is; may be half a minute old. */
  readSummary(signal?: AbortSignal): Promise<EstateSummary>;
  /** The first placements, and whether there are more. */
  listPlacementsPage(
    query: {
      component?: string;
      account?: string;
      cursor?: string;
      limit?: number;
    },
    signal?: AbortSignal,
  ): Promise<Page<PlacementItem>>;
  listAccounts(
    query: { environment?: string; runtime?: string },
    signal?: AbortSignal,
  ): Promise<Account[]>;
  /** @throws ResponseError of status 404 for what is not there or not to be seen */
  getAccount(id: string, signal?: AbortSignal): Promise<AccountDetails>;
  listGuardRails(accountId: string, signal?: AbortSignal): Promise<GuardRails>;
  /** Roots and organizational units. */
  listOrganizationalUnits(signal?: AbortSignal): Promise<OrganizationalUnit[]>;
  listPlacements(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<PlacementItem[]>;
  listWorkspaces(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<Workspace[]>;
  /** Each time is recorded in the audit log: outputs are not to be polled. */
  listWorkspacesWithOutputs(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<WorkspaceWithOutputs[]>;
  resolvePlacements(
    request: PlacementRequest,
    signal?: AbortSignal,
  ): Promise<PlacementResolution>;
  getWorkspace(id: string, signal?: AbortSignal): Promise<Workspace>;
  /** Each time is recorded in the audit log: outputs are not to be polled. */
  listOutputs(
    workspaceId: string,
    signal?: AbortSignal,
  ): Promise<WorkspaceOutput[]>;
  /** A page of the resources in the workspace's state. */
  listResources(
    workspaceId: string,
    cursor?: string,
    signal?: AbortSignal,
  ): Promise<Page<WorkspaceResource>>;
  /**
   * The newest runs, the newest first. HCP Terraform allows few such lists a minute:
   * what goes on is followed with {@link SoaAccountsApi.getRun}.
   */
  listRuns(workspaceId: string, signal?: AbortSignal): Promise<WorkspaceRuns>;
  getRun(id: string, signal?: AbortSignal): Promise<WorkspaceRunItem>;
  startRun(
    workspaceId: string,
    request: WorkspaceRunRequest,
  ): Promise<WorkspaceRunItem>;
  /** Applies a run, or ends it. */
  actOnRun(
    id: string,
    action: WorkspaceRunAction,
    comment?: string,
  ): Promise<WorkspaceRunItem>;
}

/** @public */
export const soaAccountsApiRef = createApiRef<SoaAccountsApi>({
  id: 'plugin.soa-accounts.client',
});

/**
 * Reads the inventory over HTTP.
 *
 * @public
 */
export class SoaAccountsApiClient implements SoaAccountsApi {
  readonly #requests: PluginRequests;

  constructor(options: { fetchApi: FetchApi }) {
    this.#requests = new PluginRequests(options.fetchApi, 'soa-accounts');
  }

  readSummary(signal?: AbortSignal): Promise<EstateSummary> {
    return this.#requests.get('/v1/summary', {}, signal);
  }

  listPlacementsPage(
    query: Parameters<SoaAccountsApi['listPlacementsPage']>[0],
    signal?: AbortSignal,
  ): Promise<Page<PlacementItem>> {
    return this.#requests.get('/v1/placements', query, signal);
  }

  listAccounts(
    query: { environment?: string; runtime?: string },
    signal?: AbortSignal,
  ): Promise<Account[]> {
    return allPages(cursor =>
      this.#requests.get(
        '/v1/accounts',
        { ...query, cursor, limit: 500 },
        signal,
      ),
    );
  }

  getAccount(id: string, signal?: AbortSignal): Promise<AccountDetails> {
    return this.#requests.get(
      `/v1/accounts/${encodeURIComponent(id)}`,
      {},
      signal,
    );
  }

  listGuardRails(accountId: string, signal?: AbortSignal): Promise<GuardRails> {
    return this.#requests.get(
      `/v1/accounts/${encodeURIComponent(accountId)}/guard-rails`,
      {},
      signal,
    );
  }

  listOrganizationalUnits(signal?: AbortSignal): Promise<OrganizationalUnit[]> {
    return allPages(cursor =>
      this.#requests.get('/v1/organization', { cursor, limit: 500 }, signal),
    );
  }

  listPlacements(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<PlacementItem[]> {
    return allPages(cursor =>
      this.#requests.get(
        '/v1/placements',
        { ...query, cursor, limit: 500 },
        signal,
      ),
    );
  }

  listWorkspaces(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<Workspace[]> {
    return allPages(cursor =>
      this.#requests.get(
        '/v1/workspaces',
        { ...query, cursor, limit: 500 },
        signal,
      ),
    );
  }

  listWorkspacesWithOutputs(
    query: { component?: string; account?: string },
    signal?: AbortSignal,
  ): Promise<WorkspaceWithOutputs[]> {
    return allPages(cursor =>
      this.#requests.get(
        '/v1/workspaces',
        { ...query, outputs: true, cursor, limit: 500 },
        signal,
      ),
    );
  }

  resolvePlacements(
    request: PlacementRequest,
    signal?: AbortSignal,
  ): Promise<PlacementResolution> {
    return this.#requests.post('/v1/placements/resolve', request, signal);
  }

  getWorkspace(id: string, signal?: AbortSignal): Promise<Workspace> {
    return this.#requests.get(workspacePath(id), {}, signal);
  }

  async listOutputs(
    workspaceId: string,
    signal?: AbortSignal,
  ): Promise<WorkspaceOutput[]> {
    const { items } = await this.#requests.get<{ items: WorkspaceOutput[] }>(
      `${workspacePath(workspaceId)}/outputs`,
      {},
      signal,
    );
    return items;
  }

  listResources(
    workspaceId: string,
    cursor?: string,
    signal?: AbortSignal,
  ): Promise<Page<WorkspaceResource>> {
    return this.#requests.get(
      `${workspacePath(workspaceId)}/resources`,
      { cursor },
      signal,
    );
  }

  listRuns(workspaceId: string, signal?: AbortSignal): Promise<WorkspaceRuns> {
    return this.#requests.get(`${workspacePath(workspaceId)}/runs`, {}, signal);
  }

  getRun(id: string, signal?: AbortSignal): Promise<WorkspaceRunItem> {
    return this.#requests.get(`/v1/runs/${encodeURIComponent(id)}`, {}, signal);
  }

  startRun(
    workspaceId: string,
    request: WorkspaceRunRequest,
  ): Promise<WorkspaceRunItem> {
    return this.#requests.post(`${workspacePath(workspaceId)}/runs`, request);
  }

  actOnRun(
    id: string,
    action: WorkspaceRunAction,
    comment?: string,
  ): Promise<WorkspaceRunItem> {
    return this.#requests.post(`/v1/runs/${encodeURIComponent(id)}/${action}`, {
      comment,
    });
  }
}

function workspacePath(id: string): string {
  return `/v1/workspaces/${encodeURIComponent(id)}`;
}
