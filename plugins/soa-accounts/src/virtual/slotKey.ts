import type { Slot } from './withGaps';

/**
 * Tells the parts of a list apart: two gaps can be of the same size.
 *
 * @param keyOf - of an item that is drawn
 */
export function slotKey(slot: Slot, keyOf: (index: number) => string): string {
  return slot.index === undefined ? `after ${slot.after}` : keyOf(slot.index);
}
