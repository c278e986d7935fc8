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
import { SourceStates } from './SourceStates';

const UNITS = 'soa_organizational_units';
const ACCOUNTS = 'soa_accounts';
const WORKSPACES = 'soa_workspaces';

interface WorkspaceRow {
  id: string;
  source: string;
  versions: string;
  data: string;
  outputs: string;
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

  readonly sources: SourceStates;

  private constructor(private readonly knex: Knex) {
    this.sources = new SourceStates(knex);
  }

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
    const rows = readings.map(({ workspace, outputs, versions }) => ({
      id: workspace.id,
      source,
      versions: JSON.stringify(versions),
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
      await this.sources.forgetAllBut(sources, tx);
    });
  }

  async listUnits(): Promise<OrganizationalUnit[]> {
    return parsed(await this.knex(UNITS).select('data'));
  }

  async listAccounts(): Promise<Account[]> {
    return parsed(await this.knex(ACCOUNTS).select('data'));
  }

  /** The source that gave an account. */
  async sourceOfAccount(id: string): Promise<string | undefined> {
    return (await this.knex(ACCOUNTS).where({ id }).first('source'))?.source;
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

  async workspaceReading(id: string): Promise<WorkspaceReading | undefined> {
    const row = await this.knex<WorkspaceRow>(WORKSPACES).where({ id }).first();
    return row && readingOf(row);
  }

  async workspaceReadings(
    source: string,
  ): Promise<Map<string, WorkspaceReading>> {
    const rows = await this.knex<WorkspaceRow>(WORKSPACES).where({ source });
    return new Map(rows.map(row => [row.id, readingOf(row)]));
  }

  /** Gives the source another version if anything of it has changed. */
  async #change(
    source: string,
    change: (tx: Knex.Transaction) => Promise<boolean[]>,
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      if ((await change(tx)).includes(true)) {
        await this.sources.recordChange(source, tx);
      }
    });
  }
}

function readingOf({
  data,
  outputs,
  versions,
}: WorkspaceRow): WorkspaceReading {
  return {
    workspace: JSON.parse(data),
    outputs: JSON.parse(outputs),
    versions: JSON.parse(versions),
  };
}

function parsed<T>(rows: Array<{ data: string }>): T[] {
  return rows.map(({ data }) => JSON.parse(data));
}
