import type { Knex } from 'knex';

/**
 * Leaves those whose column is in a list of whichever length: one parameter
 * holds it, where SQLite takes 32,766 and PostgreSQL 65,535 of them.
 */
export function whereInList(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  if (query.client.config.client === 'pg') {
    query.whereRaw('?? = any(?::text[])', [column, [...values]]);
  } else {
    // Without the plus, SQLite looks every value up in an index of the column.
    const list = JSON.stringify(values);
    query.whereRaw('+?? in (select value from json_each(?))', [column, list]);
  }
}
