export type { RangeRecord, RangeWish } from './RangeRecord';
export { RangeStore } from './RangeStore';
export type { RangeFilter } from './RangeStore';
