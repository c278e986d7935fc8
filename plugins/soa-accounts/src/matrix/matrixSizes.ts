/** Sizes of what is drawn, in pixels: they are known before it is. */
export const LINE = 24;
const PADDING = 16;
export const COLUMN = 300;
export const ROW_HEADER = 260;
export const HEADER = 3 * LINE + PADDING;

/** How many placements a cell shows. */
export const MOST_IN_CELL = 3;

/** How high a row is whose fullest cell holds so many placements. */
export function rowHeight(fullest: number): number {
  const lines = Math.min(fullest, MOST_IN_CELL + 1);
  return Math.max(lines, 1) * LINE + PADDING;
}
