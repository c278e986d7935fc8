import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** A column: an account, or a Region. */
export interface MatrixColumn {
  id: string;
  name: string;
  /** The entity to link to, if there is one. */
  entityRef?: string;
}

/** A service, and its placements by the column's id. */
export interface MatrixRow {
  componentRef: string;
  cells: ReadonlyMap<string, readonly PlacementItem[]>;
}

/** What the columns stand for. */
export type MatrixBy = 'account' | 'region';

/** Services by where they run, in the order of their references. */
export function matrixRows(
  items: readonly PlacementItem[],
  by: MatrixBy,
): MatrixRow[] {
  const rows = new Map<string, Map<string, PlacementItem[]>>();
  for (const item of items) {
    const cells = rows.get(item.componentRef) ?? new Map();
    rows.set(item.componentRef, cells);
    const { id } = columnOf(item, by);
    cells.set(id, [...(cells.get(id) ?? []), item]);
  }
  return [...rows]
    .map(([componentRef, cells]) => ({ componentRef, cells }))
    .sort((a, b) => (a.componentRef < b.componentRef ? -1 : 1));
}

/** The columns that some rows need, and no other. */
export function matrixColumns(
  rows: readonly MatrixRow[],
  by: MatrixBy,
): MatrixColumn[] {
  const columns = new Map<string, MatrixColumn>();
  for (const { cells } of rows) {
    for (const [id, [item]] of cells) {
      columns.set(id, columnOf(item, by));
    }
  }
  return [...columns.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function columnOf({ account, region }: PlacementItem, by: MatrixBy) {
  return by === 'region'
    ? { id: region, name: region }
    : {
        id: account.id,
        name: account.name ?? account.id,
        entityRef: account.entityRef,
      };
}
