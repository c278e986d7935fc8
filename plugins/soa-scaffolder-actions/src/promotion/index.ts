export { promote } from './promote';
export type { Promotion } from './promote';
export { VERSION_SETTINGS } from './versionSettings';
