import { randomUUID } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  Account,
  OrganizationalUnit,
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { OrganizationReading } from '../organization';
import type { WorkspaceReading } from '../workspaces';
import { removeRows } from './removeRows';
import { saveRows } from './saveRows';

const SOURCES = 'soa_sources';
const UNITS = 'soa_organizational_units';
const ACCOUNTS = 'soa_accounts';
const WORKSPACES = 'soa_workspaces';

interface WorkspaceRow {
  id: string;
  source: string;
  version: string;
  data: string;
  outputs: string;
}

/** A source as it was last read. */
export interface SourceState {
  id: string;
  /** Changes with all that is known of the source. */
  version: string;
  /** Of the last whole read. */
  readAt?: Date;
  /** Of a failure since then. */
  failedAt?: Date;
}

/** The inventory's tables. */
export class InventoryStore {
  static async create(database: DatabaseService): Promise<InventoryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@backstage-soa/plugin-soa-accounts-backend',
          'migrations',
        ),
      });
    }
    return new InventoryStore(knex);
  }

  private constructor(private readonly knex: Knex) {}

  /** Adds a part of an organisation, or puts it in the place of what was known. */
  async saveOrganization(
    source: string,
    { units, accounts }: OrganizationReading,
  ): Promise<void> {
    const row = <T extends { id: string }>(item: T) => ({
      id: item.id,
      source,
      data: JSON.stringify(item),
    });
    await this.#change(source, async tx => [
      await saveRows(tx, UNITS, units.map(row)),
      await saveRows(tx, ACCOUNTS, accounts.map(row)),
    ]);
  }

  /** Drops units and accounts that a source does not give any more. */
  async removeFromOrganization(
    source: string,
    gone: { unitIds: readonly string[]; accountIds: readonly string[] },
  ): Promise<void> {
    await this.#change(source, async tx => [
      await removeRows(tx, UNITS, source, gone.unitIds),
      await removeRows(tx, ACCOUNTS, source, gone.accountIds),
    ]);
  }

  /** The ids of what a source gave so far. */
  async idsOf(
    source: string,
  ): Promise<{ unitIds: string[]; accountIds: string[] }> {
    const ids = async (table: string): Promise<string[]> =>
      this.knex(table).where({ source }).pluck('id');
    return { unitIds: await ids(UNITS), accountIds: await ids(ACCOUNTS) };
  }

  /** Adds workspaces, or puts them in the place of what was known of them. */
  async saveWorkspaces(
    source: string,
    readings: readonly WorkspaceReading[],
  ): Promise<void> {
    const rows = readings.map(({ workspace, outputs, version }) => ({
      id: workspace.id,
      source,
      version,
      data: JSON.stringify(workspace),
      outputs: JSON.stringify(outputs),
    }));
    await this.#change(source, async tx => [
      await saveRows(tx, WORKSPACES, rows),
    ]);
  }

  /** Drops workspaces that a source does not give any more. */
  async removeWorkspaces(
    source: string,
    ids: readonly string[],
  ): Promise<void> {
    await this.#change(source, async tx => [
      await removeRows(tx, WORKSPACES, source, ids),
    ]);
  }

  /** Drops what came from sources that are no longer configured. */
  async forgetAllBut(sources: string[]): Promise<void> {
    await this.knex.transaction(async tx => {
      for (const table of [UNITS, ACCOUNTS, WORKSPACES]) {
        await tx(table).whereNotIn('source', sources).delete();
      }
      await tx(SOURCES).whereNotIn('id', sources).delete();
    });
  }

  async listUnits(): Promise<OrganizationalUnit[]> {
    return parsed(await this.knex(UNITS).select('data'));
  }

  async listAccounts(): Promise<Account[]> {
    return parsed(await this.knex(ACCOUNTS).select('data'));
  }

  async listWorkspaces(): Promise<Workspace[]> {
    return parsed(await this.knex(WORKSPACES).select('data'));
  }

  async getWorkspace(
    id: string,
  ): Promise<{ workspace: Workspace; outputs: WorkspaceOutput[] } | undefined> {
    const row = await this.knex<WorkspaceRow>(WORKSPACES).where({ id }).first();
    return (
      row && {
        workspace: JSON.parse(row.data),
        outputs: JSON.parse(row.outputs),
      }
    );
  }

  /** The outputs of so many workspaces as are on a page. */
  async outputsOf(
    ids: readonly string[],
  ): Promise<Map<string, WorkspaceOutput[]>> {
    const rows = await this.knex<WorkspaceRow>(WORKSPACES)
      .select('id', 'outputs')
      .whereIn('id', ids);
    return new Map(rows.map(({ id, outputs }) => [id, JSON.parse(outputs)]));
  }

  async workspaceReadings(
    source: string,
  ): Promise<Map<string, WorkspaceReading>> {
    const rows = await this.knex<WorkspaceRow>(WORKSPACES).where({ source });
    return new Map(
      rows.map(({ id, data, outputs, version }) => [
        id,
        { workspace: JSON.parse(data), outputs: JSON.parse(outputs), version },
      ]),
    );
  }

  async recordRead(
    source: string,
    at: Date,
    warnings: readonly string[],
  ): Promise<void> {
    await this.#record(source, {
      read_at: at.toISOString(),
      warnings: JSON.stringify(warnings),
      failed_at: null,
      error: null,
    });
  }

  /** What the last whole read had to leave out. */
  async warningsOf(source: string): Promise<string[]> {
    const row = await this.knex(SOURCES).where({ id: source }).first();
    return row ? JSON.parse(row.warnings) : [];
  }

  async recordFailure(source: string, at: Date, error: string): Promise<void> {
    await this.#record(source, { failed_at: at.toISOString(), error });
  }

  /** Whether every source has been read as a whole at least once. */
  async hasRead(sources: readonly string[]): Promise<boolean> {
    const read = new Set(
      (await this.sources()).flatMap(({ id, readAt }) => (readAt ? [id] : [])),
    );
    return sources.every(id => read.has(id));
  }

  async sources(): Promise<SourceState[]> {
    const rows = await this.knex(SOURCES)
      .select('id', 'version', 'read_at', 'failed_at')
      .orderBy('id');
    return rows.map(row => ({
      id: row.id,
      version: row.version,
      ...(row.read_at && { readAt: new Date(row.read_at) }),
      ...(row.failed_at && { failedAt: new Date(row.failed_at) }),
    }));
  }

  /** Gives the source another version if anything of it has changed. */
  async #change(
    source: string,
    change: (tx: Knex.Transaction) => Promise<boolean[]>,
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      if ((await change(tx)).includes(true)) {
        const version = randomUUID();
        await tx(SOURCES)
          .insert({ id: source, version })
          .onConflict('id')
          .merge({ version });
      }
    });
  }

  async #record(source: string, row: Record<string, string | null>) {
    await this.knex(SOURCES)
      .insert({ id: source, ...row })
      .onConflict('id')
      .merge(row);
  }
}

function parsed<T>(rows: Array<{ data: string }>): T[] {
  return rows.map(({ data }) => JSON.parse(data));
}
