import type { BackstageCredentials } from '@backstage/backend-plugin-api';
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

/** @public */
export interface SoaAccountsRequestOptions {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/**
 * The inventory, as other backends read it: always with somebody's credentials.
 *
 * @public
 */
export interface SoaAccountsClient {
  /** Whether what the lists give is all there is. */
  readCompleteness(
    options: SoaAccountsRequestOptions,
  ): Promise<InventoryCompleteness>;
  /** Every OU and root of the organisations. */
  listOrganizationalUnits(
    options: SoaAccountsRequestOptions,
  ): Promise<OrganizationalUnit[]>;
  listAccounts(
    query: {
      environment?: string;
      runtime?: string;
      region?: string;
      cursor?: string;
      limit?: number;
    },
    options: SoaAccountsRequestOptions,
  ): Promise<Page<Account>>;
  listPlacements(
    query: {
      component?: string;
      account?: string;
      region?: string;
      runtime?: string;
      environment?: string;
      state?: string;
      cursor?: string;
      limit?: number;
    },
    options: SoaAccountsRequestOptions,
  ): Promise<Page<PlacementItem>>;
  resolvePlacements(
    request: PlacementRequest,
    options: SoaAccountsRequestOptions,
  ): Promise<PlacementResolution>;
  listWorkspaces(
    query: {
      component?: string;
      account?: string;
      cursor?: string;
      limit?: number;
    },
    options: SoaAccountsRequestOptions,
  ): Promise<Page<Workspace>>;
  /** Workspaces with what …/outputs gives of each, many at once. */
  listWorkspacesWithOutputs(
    query: {
      component?: string;
      account?: string;
      cursor?: string;
      limit?: number;
    },
    options: SoaAccountsRequestOptions,
  ): Promise<Page<WorkspaceWithOutputs>>;
}
