import type { TreeRow } from './visibleRows';

/** What a key does in a tree: goes to a row, or opens or closes one. */
export type TreeMove = { goTo: number } | { toggle: TreeRow };

const PAGE = 10;

/**
 * What a key does, as the ARIA practices for tree grids have it.
 *
 * @param at - the index of the row that has the focus
 * @returns `undefined` for a key that is none of the tree's
 */
export function moveOf(
  key: string,
  rows: readonly TreeRow[],
  at: number,
): TreeMove | undefined {
  const row = rows[at];
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { goTo: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { goTo: Math.max(at - 1, 0) };
    case 'PageDown':
      return { goTo: Math.min(at + PAGE, last) };
    case 'PageUp':
      return { goTo: Math.max(at - PAGE, 0) };
    case 'Home':
      return { goTo: 0 };
    case 'End':
      return { goTo: last };
    case 'ArrowRight':
      return row.isExpanded === false
        ? { toggle: row }
        : { goTo: row.isExpanded ? at + 1 : at };
    case 'ArrowLeft':
      return row.isExpanded ? { toggle: row } : { goTo: row.parent ?? at };
    case 'Enter':
    case ' ':
      return row.isExpanded === undefined ? undefined : { toggle: row };
    default:
      return undefined;
  }
}
