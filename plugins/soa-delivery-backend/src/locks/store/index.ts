export type { LockWish } from './LockQueue';
export type { LockRecord, PlacedLock } from './LockRecord';
export { LockStore } from './LockStore';
export type { LockFilter } from './placedLocks';
