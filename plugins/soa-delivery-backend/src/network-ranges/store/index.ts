export type { RangeFilter } from './listRanges';
export type { RangeRecord, RangeWish } from './RangeRecord';
export { RangeStore } from './RangeStore';
