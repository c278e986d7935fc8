import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  Account,
  Page,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import { Recent } from '@backstage-soa/plugin-soa-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import { AttributionIndex } from './AttributionIndex';
import { InventoryPart } from './InventoryPart';

const PAGE_SIZE = 500;
// Several tasks begin at the same time, and people ask for a refresh beside them.
const MAX_AGE_MS = 5_000;

/** What the inventory knows, for attribution and for what is to be read. */
export interface Inventory {
  index: AttributionIndex;
  accounts: readonly Account[];
  workspaces: readonly WorkspaceWithOutputs[];
  /**
   * Whether everything has been read at least once. Until then, nothing that is
   * stored may be held against it: what is missing would be taken for gone.
   */
  isWhole: boolean;
}

/** What the inventory knows, read with this plugin's own credentials. */
export class AttributionIndexReader {
  readonly #recent: Recent<Inventory>;
  readonly #accounts = new InventoryPart<Account>(({ id }) => id);
  readonly #workspaces = new InventoryPart<WorkspaceWithOutputs>(
    ({ id }) => id,
  );

  constructor(
    private readonly options: {
      accounts: SoaAccountsClient;
      auth: AuthService;
      logger: LoggerService;
      now?: () => Date;
    },
  ) {
    this.#recent = new Recent({ maxAgeMs: MAX_AGE_MS, now: options.now });
  }

  /**
   * One reading is for all who ask at the same time.
   *
   * @throws if not even the accounts could be read, now or before
   */
  async read(signal?: AbortSignal): Promise<Inventory> {
    const inventory = await this.#recent.get(() => this.#read());
    signal?.throwIfAborted();
    return inventory;
  }

  async #read(): Promise<Inventory> {
    const { accounts: client, auth } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const options = { credentials };
    const limit = PAGE_SIZE;
    const [accounts, workspaces] = await Promise.all([
      this.#part('accounts', this.#accounts, cursor =>
        client.listAccounts({ cursor, limit }, options),
      ),
      this.#part('workspaces', this.#workspaces, cursor =>
        client.listWorkspacesWithOutputs({ cursor, limit }, options),
      ),
    ]);
    return {
      accounts,
      workspaces,
      index: new AttributionIndex(
        new Set(accounts.map(({ id }) => id)),
        workspaces.map(workspace => ({
          workspace,
          outputs: workspace.outputs,
        })),
      ),
      // An organization without an account is one that nobody has read yet.
      isWhole:
        accounts.length > 0 &&
        this.#accounts.isWhole &&
        this.#workspaces.isWhole,
    };
  }

  async #part<T>(
    name: string,
    part: InventoryPart<T>,
    read: (cursor: string | undefined) => Promise<Page<T>>,
  ): Promise<readonly T[]> {
    try {
      await part.read(read);
    } catch (error) {
      if (name === 'accounts' && part.items.length === 0) {
        throw error;
      }
      this.options.logger.warn(
        `Not all ${name} could be read: what was known of the others is kept`,
        { reason: String(error) },
      );
    }
    return part.items;
  }
}
