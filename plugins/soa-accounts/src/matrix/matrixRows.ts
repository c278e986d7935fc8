import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** A column: an account, or a Region. */
export interface MatrixColumn {
  id: string;
  name: string;
  /** The entity to link to, if there is one. */
  entityRef?: string;
  /** How many placements it has. */
  count: number;
}

/** A service, and its placements by the column's id. */
export interface MatrixRow {
  componentRef: string;
  cells: ReadonlyMap<string, readonly PlacementItem[]>;
  /** How many placements it has. */
  count: number;
  /** How many are in the fullest cell. */
  fullest: number;
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
    const cells = entryOf(
      rows,
      item.componentRef,
      () => new Map<string, PlacementItem[]>(),
    );
    entryOf(cells, columnId(item, by), (): PlacementItem[] => []).push(item);
  }
  return [...rows]
    .map(([componentRef, cells]) => {
      const sizes = [...cells.values()].map(({ length }) => length);
      return {
        componentRef,
        cells,
        count: sizes.reduce((sum, size) => sum + size, 0),
        fullest: Math.max(...sizes),
      };
    })
    .sort((a, b) => (a.componentRef < b.componentRef ? -1 : 1));
}

/** The columns that some placements need, and no other, in the order of their ids. */
export function matrixColumns(
  items: readonly PlacementItem[],
  by: MatrixBy,
): MatrixColumn[] {
  const columns = new Map<string, MatrixColumn>();
  for (const item of items) {
    entryOf(columns, columnId(item, by), () => columnOf(item, by)).count += 1;
  }
  return [...columns.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function columnId({ account, region }: PlacementItem, by: MatrixBy): string {
  return by === 'region' ? region : account.id;
}

function columnOf(
  { account, region }: PlacementItem,
  by: MatrixBy,
): MatrixColumn {
  return by === 'region'
    ? { id: region, name: region, count: 0 }
    : {
        id: account.id,
        name: account.name ?? account.id,
        entityRef: account.entityRef,
        count: 0,
      };
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}
