import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AwsClients, HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { InventoryStore } from '../store';
import { readWorkspaces } from '../workspaces';
import type { InventorySettings } from './InventorySettings';
import { organizationSource, OrganizationRefresh } from './OrganizationRefresh';
import { ORGANIZATIONS, WORKSPACES } from './SourceKind';
import type { SourceKind } from './SourceKind';

/** What is read as one, apart from all others. */
export interface InventorySource {
  id: string;
  /** Reads it into the store, and records how that went. */
  refresh: (signal?: AbortSignal) => Promise<void>;
}

/** What a whole read has to say. */
interface ReadRecord {
  warnings: string[];
  changesUntil?: string;
  rules?: string[];
}

const MOST_WARNINGS = 100;
const TIMED_OUT =
  'did not end within soa.accounts.schedule.timeout: what was read is kept';

/**
 * Reads organisations and workspaces into the store. What is known stays until a
 * whole read has shown that it is gone.
 */
export class InventoryRefresh {
  readonly #organizations: OrganizationRefresh;

  constructor(
    private readonly options: {
      settings: InventorySettings;
      logger: LoggerService;
      awsClients: AwsClients;
      hcpTerraform: HcpTerraform;
      store: InventoryStore;
      /** Whether reads are cut short because the backend shuts down. */
      isStopping: () => boolean;
      now?: () => Date;
    },
  ) {
    this.#organizations = new OrganizationRefresh({
      ...options,
      now: options.now ?? (() => new Date()),
    });
  }

  /** One that fails or takes long keeps no other from being read. */
  sources(): InventorySource[] {
    const { settings, hcpTerraform } = this.options;
    const source = (
      id: string,
      kind: SourceKind,
      read: (signal?: AbortSignal) => Promise<ReadRecord>,
    ) => ({
      id,
      refresh: (signal?: AbortSignal) =>
        this.#record(id, kind, () => read(signal), signal),
    });
    const { managementAccounts } = settings;
    const organizations = {
      ...ORGANIZATIONS,
      sources: managementAccounts.map(organizationSource),
    };
    const workspaces = {
      ...WORKSPACES,
      sources: hcpTerraform.organizations().map(workspaceSource),
    };
    return [
      ...managementAccounts.map(accountId => {
        const id = organizationSource(accountId);
        return source(id, organizations, signal =>
          this.#organizations.readAll(accountId, signal),
        );
      }),
      ...hcpTerraform.organizations().map(organization => {
        const id = workspaceSource(organization);
        return source(id, workspaces, async signal => ({
          warnings: await this.#readWorkspaces(id, organization, signal),
        }));
      }),
    ];
  }

  async #record(
    source: string,
    kind: SourceKind,
    read: () => Promise<ReadRecord>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { store, logger, now = () => new Date() } = this.options;
    try {
      if (!(await store.sources.readOnes()).has(source)) {
        logger.info(`${source} is read for the first time: ${kind.meanwhile}`);
      }
      const said = new Set(await store.sources.warningsOf(source));
      const result = await read();
      const warnings = atMost(result.warnings);
      for (const warning of warnings.filter(one => !said.has(one))) {
        logger.warn(`${source}: ${warning}`);
      }
      await store.sources.recordRead(source, now(), warnings, result);
      await this.#forget();
    } catch (error) {
      if (signal?.aborted && this.options.isStopping()) {
        throw error;
      }
      logger.error(
        signal?.aborted
          ? `${source} ${TIMED_OUT}`
          : `${source} could not be read; what is known of it stays: ${error}`,
      );
      await store.sources.recordFailure(
        source,
        now(),
        signal?.aborted ? TIMED_OUT : String(error),
      );
      await this.#warnIfUnread(source, kind);
      signal?.throwIfAborted();
    }
  }

  /** Says what is without a source that has never been read. */
  async #warnIfUnread(source: string, kind: SourceKind): Promise<void> {
    const { store, logger } = this.options;
    const read = await store.sources.readOnes();
    if (!read.has(source)) {
      const consequence = kind.sources.some(id => read.has(id))
        ? kind.withoutOne
        : kind.withoutAny;
      logger.warn(`${source} has never been read to its end: ${consequence}`);
    }
  }

  /** Drops what is no longer configured, once all that is has been read. */
  async #forget(): Promise<void> {
    const { store } = this.options;
    const sources = this.sources().map(({ id }) => id);
    if (await store.sources.hasRead(sources)) {
      await store.forgetAllBut(sources);
    }
  }

  async #readWorkspaces(
    source: string,
    organization: string,
    signal?: AbortSignal,
  ): Promise<string[]> {
    const { hcpTerraform, settings, store } = this.options;
    const { gone, warnings } = await readWorkspaces({
      client: hcpTerraform.client(organization),
      known: await store.workspaceReadings(source),
      limit: settings.removalLimit,
      save: readings => store.saveWorkspaces(source, readings),
      signal,
    });
    signal?.throwIfAborted();
    await store.removeWorkspaces(source, gone);
    return warnings;
  }
}

/** The account that an organisation is read through, by its name as a source. */
export function readThrough(source: string): string {
  return source.replace(/^.*:/, '');
}

/** The name of an HCP Terraform organization as a source. */
export function workspaceSource(organization: string): string {
  return `hcp-terraform:${organization}`;
}

function atMost(warnings: readonly string[]): string[] {
  const more = warnings.length - MOST_WARNINGS;
  return more > 0
    ? [...warnings.slice(0, MOST_WARNINGS), `and ${more} more warnings`]
    : [...warnings];
}
