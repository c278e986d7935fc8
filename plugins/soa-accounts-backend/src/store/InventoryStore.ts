import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  Account,
  OrganizationalUnit,
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import type { KeptTags, OrganizationReading } from '../organization';
import type { WorkspaceReading } from '../workspaces';
import { ACCOUNT_TAGS, AccountTagsTable } from './AccountTagsTable';
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
  /** @param onChange - told which source has changed, once it is written */
  static async create(
    database: DatabaseService,
    onChange: (source: string) => void = () => {},
  ): Promise<InventoryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@backstage-soa/plugin-soa-accounts-backend',
          'migrations',
        ),
      });
    }
    return new InventoryStore(knex, onChange);
  }

  readonly sources: SourceStates;
  readonly #tags: AccountTagsTable;

  private constructor(
    private readonly knex: Knex,
    private readonly onChange: (source: string) => void,
  ) {
    this.sources = new SourceStates(knex);
    this.#tags = new AccountTagsTable(knex);
  }

  /**
   * Adds a part of an organisation, or puts it in the place of what was known.
   *
   * @param reading - `beganAt`: of a whole read: accounts of which AWS has told since
   * then, and that have been read apart, stay as they are; `toldAt`: of such a reading
   */
  async saveOrganization(
    source: string,
    { units, accounts, tags }: OrganizationReading,
    { beganAt, toldAt }: { beganAt?: Date; toldAt?: Date } = {},
  ): Promise<void> {
    const ids = accounts.map(({ id }) => id);
    const row = <T extends { id: string }>(item: T) => ({
      id: item.id,
      source,
      data: JSON.stringify(item),
    });
    await this.#change(source, async tx => {
      const newer = beganAt
        ? await toldSince(tx, ids, beganAt)
        : new Set<string>();
      const isTaken = (id: string) => !newer.has(id);
      await this.#tags.save(
        tx,
        source,
        [...tags].filter(([id]) => isTaken(id)),
      );
      const changed = [
        await saveRows(tx, UNITS, units.map(row)),
        await saveRows(
          tx,
          ACCOUNTS,
          accounts.filter(({ id }) => isTaken(id)).map(row),
        ),
      ];
      if (toldAt) {
        await tx(ACCOUNTS)
          .whereIn('id', ids)
          .update({ told_at: toldAt.toISOString() });
      }
      return changed;
    });
  }

  /** The tags that are kept of so many accounts as are read at once. */
  async keptTags(
    source: string,
    accountIds: readonly string[],
  ): Promise<Map<string, KeptTags>> {
    return this.#tags.read(source, accountIds);
  }

  async hasKeptTags(source: string): Promise<boolean> {
    return this.#tags.hasAny(source);
  }

  /** Drops units and accounts that a source does not give any more. */
  async removeFromOrganization(
    source: string,
    gone: { unitIds: readonly string[]; accountIds: readonly string[] },
  ): Promise<void> {
    await this.#change(source, async tx => [
      await removeRows(tx, UNITS, source, gone.unitIds),
      await removeRows(tx, ACCOUNTS, source, gone.accountIds),
      // With their accounts, and no change by themselves.
      (await removeRows(tx, ACCOUNT_TAGS, source, gone.accountIds)) && false,
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
      for (const table of [UNITS, ACCOUNTS, ACCOUNT_TAGS, WORKSPACES]) {
        await tx(table).whereNotIn('source', sources).delete();
      }
      await this.sources.forgetAllBut(sources, tx);
    });
  }

  async getUnit(id: string): Promise<OrganizationalUnit | undefined> {
    return parsed<OrganizationalUnit>(
      await this.knex(UNITS).where({ id }).select('data'),
    )[0];
  }

  async getAccount(id: string): Promise<Account | undefined> {
    return parsed<Account>(
      await this.knex(ACCOUNTS).where({ id }).select('data'),
    )[0];
  }

  /** The roots of organisations, each with the source that it came from. */
  async listRoots(): Promise<Array<{ source: string; arn: string }>> {
    const rows = await this.knex(UNITS)
      .where('id', 'like', 'r-%')
      .select('source', 'data');
    return rows.map(({ source, data }) => ({
      source,
      arn: JSON.parse(data).arn,
    }));
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
    const hasChanged = await this.knex.transaction(async tx => {
      const changed = (await change(tx)).includes(true);
      if (changed) {
        await this.sources.recordChange(source, tx);
      }
      return changed;
    });
    if (hasChanged) {
      this.onChange(source);
    }
  }
}

// Clocks of replicas differ a little.
const SLACK_MS = 60_000;

async function toldSince(
  tx: Knex.Transaction,
  ids: readonly string[],
  at: Date,
): Promise<Set<string>> {
  const since = new Date(at.getTime() - SLACK_MS).toISOString();
  return new Set(
    await tx(ACCOUNTS)
      .whereIn('id', ids)
      .where('told_at', '>=', since)
      .forUpdate()
      .pluck<string[]>('id'),
  );
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
