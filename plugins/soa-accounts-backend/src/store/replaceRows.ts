import type { Knex } from 'knex';

// SQLite takes at most 32,766 parameters in a statement.
const BATCH = 500;

/** Makes a table's rows of a source be these, and writes only what differs. */
export async function replaceRows(
  tx: Knex.Transaction,
  table: string,
  source: string,
  rows: ReadonlyArray<Readonly<Record<string, unknown>> & { id: string }>,
): Promise<void> {
  const existing = new Map<string, Record<string, unknown>>();
  for (const row of await tx(table).where({ source })) {
    existing.set(row.id, row);
  }
  const wanted = new Set(rows.map(({ id }) => id));
  const gone = [...existing.keys()].filter(id => !wanted.has(id));
  const changed = rows.filter(row => {
    const old = existing.get(row.id);
    return (
      !old || Object.entries(row).some(([key, value]) => old[key] !== value)
    );
  });
  for (let index = 0; index < gone.length; index += BATCH) {
    await tx(table)
      .where({ source })
      .whereIn('id', gone.slice(index, index + BATCH))
      .delete();
  }
  for (let index = 0; index < changed.length; index += BATCH) {
    await tx(table)
      .insert(changed.slice(index, index + BATCH))
      .onConflict('id')
      .merge();
  }
}
