import type { AuthService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from '@backstage-soa/plugin-soa-node';
import { AttributionIndex } from './AttributionIndex';

/** What the inventory knows, for attribution and for what is to be read. */
export interface Inventory {
  index: AttributionIndex;
  accounts: Account[];
}

/** What the inventory knows, read with this plugin's own credentials. */
export class AttributionIndexReader {
  /** Outputs change with a run only: read once for each. */
  #outputs = new Map<string, { version: string; outputs: WorkspaceOutput[] }>();

  constructor(
    private readonly accounts: SoaAccountsClient,
    private readonly auth: AuthService,
  ) {}

  async read(signal?: AbortSignal): Promise<Inventory> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const options = { credentials, signal };
    const client = this.accounts;
    const [accounts, workspaces, placements] = await Promise.all([
      allPages(cursor => client.listAccounts({ cursor, limit: 500 }, options)),
      allPages(cursor =>
        client.listWorkspaces({ cursor, limit: 500 }, options),
      ),
      allPages(cursor =>
        client.listPlacements({ cursor, limit: 500 }, options),
      ),
    ]);
    const read = new Map<
      string,
      { version: string; outputs: WorkspaceOutput[] }
    >();
    for (const { id, currentRun, lastAppliedAt } of workspaces) {
      const version = `${currentRun?.id} ${currentRun?.status} ${lastAppliedAt}`;
      const known = this.#outputs.get(id);
      read.set(
        id,
        known?.version === version
          ? known
          : {
              version,
              outputs: await this.#outputsOf(id, options),
            },
      );
    }
    this.#outputs = read;
    return {
      accounts,
      index: new AttributionIndex(
        new Set(accounts.map(({ id }) => id)),
        workspaces.map(workspace => ({
          workspace,
          outputs: read.get(workspace.id)!.outputs,
        })),
        placements,
      ),
    };
  }

  /** A workspace can be deleted after it was listed. */
  async #outputsOf(
    id: string,
    options: SoaAccountsRequestOptions,
  ): Promise<WorkspaceOutput[]> {
    try {
      return await this.accounts.listWorkspaceOutputs(id, options);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return [];
      }
      throw error;
    }
  }
}
