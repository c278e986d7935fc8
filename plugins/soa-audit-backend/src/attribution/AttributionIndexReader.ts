import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type {
  Account,
  InventoryCompleteness,
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
   * Whether this is all there is: the inventory itself is complete, and has been
   * read to its end. Until then, nothing that is stored may be held against it:
   * what is missing would be taken for gone.
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
  #known?: Inventory;

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
   * @throws if the inventory, or its accounts, could never be read
   */
  async read(signal?: AbortSignal): Promise<Inventory> {
    const inventory = await this.#recent.get(() => this.#read());
    signal?.throwIfAborted();
    return inventory;
  }

  async #read(): Promise<Inventory> {
    const { accounts: client, auth, logger } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const options = { credentials };
    const limit = PAGE_SIZE;
    let complete: InventoryCompleteness;
    try {
      // Before the lists: what is complete by now is all in them.
      complete = await client.readCompleteness(options);
    } catch (error) {
      if (!this.#known) {
        throw error;
      }
      logger.warn('The inventory does not answer: what was known is kept', {
        reason: String(error),
      });
      return this.#known;
    }
    const [accounts, workspaces] = await Promise.all([
      this.#part('accounts', this.#accounts, part =>
        part.read(
          cursor => client.listAccounts({ cursor, limit }, options),
          complete.organization,
        ),
      ),
      this.#part('workspaces', this.#workspaces, part =>
        part.read(
          cursor =>
            client.listWorkspacesWithOutputs({ cursor, limit }, options),
          complete.workspaces,
        ),
      ),
    ]);
    const isWhole =
      complete.organization &&
      complete.workspaces &&
      this.#accounts.isWhole &&
      this.#workspaces.isWhole &&
      // An organization without an account is one that nobody has read yet.
      accounts.length > 0;
    const index = new AttributionIndex(
      new Set(accounts.map(({ id }) => id)),
      workspaces.map(workspace => ({ workspace, outputs: workspace.outputs })),
      isWhole,
    );
    this.#known = { accounts, workspaces, index, isWhole };
    return this.#known;
  }

  async #part<T>(
    name: string,
    part: InventoryPart<T>,
    read: (part: InventoryPart<T>) => Promise<void>,
  ): Promise<readonly T[]> {
    try {
      await read(part);
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
