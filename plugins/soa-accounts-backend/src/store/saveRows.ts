import type { Knex } from 'knex';

// SQLite takes at most 32,766 parameters in a statement.
const BATCH = 500;

/**
 * Adds rows, or puts them in the place of those with the same id, and writes
 * only what differs.
 *
 * @returns whether anything did
 */
export async function saveRows(
  tx: Knex.Transaction,
  table: string,
  rows: ReadonlyArray<Readonly<Record<string, unknown>> & { id: string }>,
): Promise<boolean> {
  let hasChanged = false;
  // In one order: two replicas that write the same rows would wait for each other.
  const sorted = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (let index = 0; index < sorted.length; index += BATCH) {
    const batch = sorted.slice(index, index + BATCH);
    const existing = new Map<string, Record<string, unknown>>();
    const ids = batch.map(({ id }) => id);
    for (const row of await tx(table).whereIn('id', ids)) {
      existing.set(row.id, row);
    }
    const changed = batch.filter(row => {
      const old = existing.get(row.id);
      return (
        !old || Object.entries(row).some(([key, value]) => old[key] !== value)
      );
    });
    if (changed.length > 0) {
      await tx(table).insert(changed).onConflict('id').merge();
      hasChanged = true;
    }
  }
  return hasChanged;
}
