import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** What it takes to make entities from the inventory. */
export interface InventoryContext {
  accounts: SoaAccountsClient;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  /** The owner of what says nothing of one. */
  defaultOwner: string;
  /** What has been reported, so that it is not at every reading. */
  reported: Set<string>;
}
