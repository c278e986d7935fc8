import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  InventoryCompleteness,
  OrganizationalUnit,
  Page,
  PlacementItem,
  PlacementRequest,
  PlacementResolution,
  Workspace,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import { PluginHttpClient } from '../plugin-http';
import type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from './SoaAccountsClient';

/** Reads the inventory over HTTP. */
export class DefaultSoaAccountsClient implements SoaAccountsClient {
  readonly #http: PluginHttpClient;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#http = new PluginHttpClient({
      ...services,
      pluginId: 'soa-accounts',
    });
  }

  readCompleteness(
    options: SoaAccountsRequestOptions,
  ): Promise<InventoryCompleteness> {
    return this.#http.get('/v1/completeness', {}, options);
  }

  listOrganizationalUnits(
    options: SoaAccountsRequestOptions,
  ): Promise<OrganizationalUnit[]> {
    return allPages(cursor =>
      this.#http.get('/v1/organization', { cursor }, options),
    );
  }

  listAccounts(
    query: Parameters<SoaAccountsClient['listAccounts']>[0],
    options: SoaAccountsRequestOptions,
  ): Promise<Page<Account>> {
    return this.#http.get('/v1/accounts', query, options);
  }

  listPlacements(
    query: Parameters<SoaAccountsClient['listPlacements']>[0],
    options: SoaAccountsRequestOptions,
  ): Promise<Page<PlacementItem>> {
    return this.#http.get('/v1/placements', query, options);
  }

  resolvePlacements(
    request: PlacementRequest,
    options: SoaAccountsRequestOptions,
  ): Promise<PlacementResolution> {
    return this.#http.post('/v1/placements/resolve', request, options);
  }

  listWorkspaces(
    query: Parameters<SoaAccountsClient['listWorkspaces']>[0],
    options: SoaAccountsRequestOptions,
  ): Promise<Page<Workspace>> {
    return this.#http.get('/v1/workspaces', query, options);
  }

  listWorkspacesWithOutputs(
    query: Parameters<SoaAccountsClient['listWorkspacesWithOutputs']>[0],
    options: SoaAccountsRequestOptions,
  ): Promise<Page<WorkspaceWithOutputs>> {
    return this.#http.get(
      '/v1/workspaces',
      { ...query, outputs: 'true' },
      options,
    );
  }
}
