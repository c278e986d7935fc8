export { readLockSettings } from './readLockSettings';
export type { LockSettings } from './readLockSettings';
