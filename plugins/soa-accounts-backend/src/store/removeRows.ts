import type { Knex } from 'knex';

const BATCH = 500;

/**
 * Removes rows of a source.
 *
 * @returns whether there were any
 */
export async function removeRows(
  tx: Knex.Transaction,
  table: string,
  source: string,
  ids: readonly string[],
): Promise<boolean> {
  let removed = 0;
  for (let index = 0; index < ids.length; index += BATCH) {
    removed += await tx(table)
      .where({ source })
      .whereIn('id', ids.slice(index, index + BATCH))
      .delete();
  }
  return removed > 0;
}
