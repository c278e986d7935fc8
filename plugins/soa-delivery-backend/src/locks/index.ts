export { AccountTurns } from './AccountTurns';
export { lockRoutes } from './lockRoutes';
export { LockService } from './LockService';
export { readLockSettings } from './settings';
export type { LockSettings } from './settings';
export { LockStore } from './store';
export { tellExpired } from './tellExpired';
