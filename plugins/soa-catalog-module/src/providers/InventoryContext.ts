import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** What it takes to make entities from the inventory. */
export interface InventoryContext {
  accounts: SoaAccountsClient;
  auth: AuthService;
  catalog: CatalogService;
  /** The owner of what says nothing of one. */
  defaultOwner: string;
  /** Reports what people can mend, and not again at every reading. */
  warn: (message: string) => void;
  /** Like {@link InventoryContext.warn}, for what somebody may have meant ill. */
  error: (message: string) => void;
}
