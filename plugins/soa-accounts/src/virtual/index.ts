export { useSlots } from './useSlots';
export type { Slot } from './withGaps';
