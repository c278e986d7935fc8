export { slotKey } from './slotKey';
export { useSlots } from './useSlots';
export type { Slot } from './withGaps';
