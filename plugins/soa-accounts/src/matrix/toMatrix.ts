import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** A column: an account, or a Region. */
export interface MatrixColumn {
  id: string;
  name: string;
  /** The entity to link to, if there is one. */
  entityRef?: string;
}

/** Services by where they run. */
export interface Matrix {
  columns: MatrixColumn[];
  rows: Array<{
    componentRef: string;
    /** By the column's id. */
    cells: Map<string, PlacementItem[]>;
  }>;
}

/** @param by - what the columns stand for */
export function toMatrix(
  items: readonly PlacementItem[],
  by: 'account' | 'region',
): Matrix {
  const columns = new Map<string, MatrixColumn>();
  const rows = new Map<string, Map<string, PlacementItem[]>>();
  for (const item of items) {
    const column: MatrixColumn =
      by === 'region'
        ? { id: item.region, name: item.region }
        : {
            id: item.account.id,
            name: item.account.name ?? item.account.id,
            entityRef: item.account.entityRef,
          };
    columns.set(column.id, column);
    const cells = rows.get(item.componentRef) ?? new Map();
    rows.set(item.componentRef, cells);
    cells.set(column.id, [...(cells.get(column.id) ?? []), item]);
  }
  return {
    columns: [...columns.values()].sort((a, b) => a.id.localeCompare(b.id)),
    rows: [...rows]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([componentRef, cells]) => ({ componentRef, cells })),
  };
}
