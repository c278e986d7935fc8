import type { Knex } from 'knex';

// SQLite takes at most 32,766 parameters in a statement.
const BATCH = 500;

/**
 * Inserts the rows that are not there yet.
 *
 * @returns these columns of what has been inserted
 */
export async function insertIgnore<T>(
  tx: Knex,
  table: string,
  rows: readonly object[],
  returning?: string[],
): Promise<T[]> {
  const inserted: T[] = [];
  for (let index = 0; index < rows.length; index += BATCH) {
    const query = tx(table)
      .insert(rows.slice(index, index + BATCH))
      .onConflict()
      .ignore();
    if (returning) {
      inserted.push(...(await query.returning(returning)));
    } else {
      await query;
    }
  }
  return inserted;
}
