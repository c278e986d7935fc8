import type { Knex } from 'knex';
import type { KeptTags } from '../organization';
import { saveRows } from './saveRows';

export const ACCOUNT_TAGS = 'soa_account_tags';

/** Tags of accounts, by replicas and restarts shared. */
export class AccountTagsTable {
  constructor(private readonly knex: Knex) {}

  async read(
    source: string,
    accountIds: readonly string[],
  ): Promise<Map<string, KeptTags>> {
    const rows = await this.knex(ACCOUNT_TAGS)
      .where({ source })
      .whereIn('id', accountIds);
    return new Map(
      rows.map(row => [
        row.id,
        {
          tags: JSON.parse(row.tags),
          ...(row.read_at && { readAt: row.read_at }),
          ...(row.changed_at && { changedAt: row.changed_at }),
        },
      ]),
    );
  }

  async hasAny(source: string): Promise<boolean> {
    const row = await this.knex(ACCOUNT_TAGS).where({ source }).first('id');
    return row !== undefined;
  }

  async save(
    tx: Knex.Transaction,
    source: string,
    tags: ReadonlyArray<readonly [accountId: string, kept: KeptTags]>,
  ): Promise<void> {
    await saveRows(
      tx,
      ACCOUNT_TAGS,
      tags.map(([id, kept]) => ({
        id,
        source,
        tags: JSON.stringify(kept.tags),
        read_at: kept.readAt ?? null,
        changed_at: kept.changedAt ?? null,
      })),
    );
  }
}
