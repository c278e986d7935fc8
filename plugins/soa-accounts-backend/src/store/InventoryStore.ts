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
import { replaceRows } from './replaceRows';

const SOURCES = 'soa_sources';
const UNITS = 'soa_organizational_units';
const ACCOUNTS = 'soa_accounts';
const WORKSPACES = 'soa_workspaces';

interface WorkspaceRow {
  id: string;
  source: string;
  component_ref: string | null;
  account_id: string | null;
  version: string;
  data: string;
  outputs: string;
}

/** Which workspaces; all if empty. */
export interface WorkspaceFilter {
  componentRef?: string;
  accountId?: string;
  /** Those as well whose tags name no placement. */
  orUntagged?: boolean;
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

  /** Puts a whole reading in the place of the one before. */
  async replaceOrganization(
    source: string,
    { units, accounts }: Pick<OrganizationReading, 'units' | 'accounts'>,
  ): Promise<void> {
    const row = <T extends { id: string }>(item: T) => ({
      id: item.id,
      source,
      data: JSON.stringify(item),
    });
    await this.knex.transaction(async tx => {
      await replaceRows(tx, UNITS, source, units.map(row));
      await replaceRows(tx, ACCOUNTS, source, accounts.map(row));
    });
  }

  /** Puts a whole reading in the place of the one before. */
  async replaceWorkspaces(
    source: string,
    readings: readonly WorkspaceReading[],
  ): Promise<void> {
    const rows = readings.map(({ workspace, outputs, version }) => ({
      id: workspace.id,
      source,
      component_ref: workspace.componentRef ?? null,
      account_id: workspace.placement?.account ?? null,
      version,
      data: JSON.stringify(workspace),
      outputs: JSON.stringify(outputs),
    }));
    await this.knex.transaction(tx =>
      replaceRows(tx, WORKSPACES, source, rows),
    );
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

  async listWorkspaces(filter: WorkspaceFilter = {}): Promise<Workspace[]> {
    const { componentRef, accountId, orUntagged } = filter;
    const query = this.knex<WorkspaceRow>(WORKSPACES).select('data');
    const narrow = (column: string, value: string) =>
      query.where(either => {
        either.where(column, value);
        if (orUntagged) {
          either.orWhereNull(column);
        }
      });
    if (componentRef) {
      narrow('component_ref', componentRef);
    }
    if (accountId) {
      narrow('account_id', accountId);
    }
    return parsed(await query);
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
    const rows = await this.knex(SOURCES)
      .whereIn('id', sources)
      .whereNotNull('read_at');
    return rows.length === sources.length;
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
