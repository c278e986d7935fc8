import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AwsClients, HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { readOrganization } from '../organization';
import type { InventoryStore } from '../store';
import { readWorkspaces } from '../workspaces';
import type { InventorySettings } from './InventorySettings';

/**
 * Reads organisations and workspaces into the store. A read that does not
 * finish changes nothing.
 */
export class InventoryRefresh {
  constructor(
    private readonly options: {
      settings: InventorySettings;
      logger: LoggerService;
      awsClients: AwsClients;
      hcpTerraform: HcpTerraform;
      store: InventoryStore;
      now?: () => Date;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const { settings, hcpTerraform, store } = this.options;
    const reads = new Map<string, () => Promise<string[]>>();
    for (const accountId of settings.managementAccounts) {
      const source = `aws-organizations:${accountId}`;
      reads.set(source, () =>
        this.#readOrganization(source, accountId, signal),
      );
    }
    for (const organization of hcpTerraform.organizations()) {
      const source = workspaceSource(organization);
      reads.set(source, () =>
        this.#readWorkspaces(source, organization, signal),
      );
    }
    await store.forgetAllBut([...reads.keys()]);
    for (const [source, read] of reads) {
      signal?.throwIfAborted();
      await this.#record(source, read, signal);
    }
  }

  /** One source that fails does not keep the others from being read. */
  async #record(
    source: string,
    read: () => Promise<string[]>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { store, logger, now = () => new Date() } = this.options;
    try {
      const said = new Set(await store.warningsOf(source));
      const warnings = await read();
      for (const warning of warnings.filter(one => !said.has(one))) {
        logger.warn(`${source}: ${warning}`);
      }
      await store.recordRead(source, now(), warnings);
    } catch (error) {
      signal?.throwIfAborted();
      logger.error(
        `${source} could not be read; what is known of it stays: ${error}`,
      );
      await store.recordFailure(source, now(), String(error));
    }
  }

  async #readOrganization(
    source: string,
    accountId: string,
    signal?: AbortSignal,
  ): Promise<string[]> {
    const { awsClients, settings, store } = this.options;
    const known = new Map(
      (await store.listAccounts()).map(account => [account.id, account]),
    );
    const reading = await readOrganization({
      client: await awsClients.organizations({ accountId }),
      tags: settings.tags,
      includeEmail: settings.includeEmail,
      lastKnown: id => known.get(id),
      signal,
    });
    // Whoever reads for too long has lost the lock to another replica.
    signal?.throwIfAborted();
    await store.replaceOrganization(source, reading);
    return reading.warnings;
  }

  async #readWorkspaces(
    source: string,
    organization: string,
    signal?: AbortSignal,
  ): Promise<string[]> {
    const { hcpTerraform, store } = this.options;
    const known = await store.workspaceReadings(source);
    const { readings, warnings } = await readWorkspaces({
      client: hcpTerraform.client(organization),
      lastKnown: id => known.get(id),
      signal,
    });
    if (readings.length === 0 && known.size > 0) {
      throw new Error(
        `HCP Terraform gave no workspace, and ${known.size} are known: check what the token may read`,
      );
    }
    signal?.throwIfAborted();
    await store.replaceWorkspaces(source, readings);
    return warnings;
  }
}

/** The name of an HCP Terraform organization as a source. */
export function workspaceSource(organization: string): string {
  return `hcp-terraform:${organization}`;
}
