/** A part of a list that is drawn, or the room of those that are not. */
export type Slot =
  | { index: number; size: number }
  | {
      index: undefined;
      /** The item that the gap comes after; -1 before the first. */
      after: number;
      size: number;
    };

/**
 * The items that are drawn, with the room between, before and after them: a table
 * keeps its size, and what has the focus can be far from what is in sight.
 *
 * @param items - in order
 * @param total - the size of the whole list, in pixels
 */
export function withGaps(
  items: ReadonlyArray<{ index: number; start: number; size: number }>,
  total: number,
): Slot[] {
  const slots: Slot[] = [];
  let end = 0;
  let after = -1;
  for (const { index, start, size } of items) {
    if (start > end) {
      slots.push({ index: undefined, after, size: start - end });
    }
    slots.push({ index, size });
    end = start + size;
    after = index;
  }
  if (total > end) {
    slots.push({ index: undefined, after, size: total - end });
  }
  return slots;
}
