export { readAccountTagNames } from './readAccountTagNames';
export type { AccountTagNames } from './readAccountTagNames';
export { readAllowedRegions } from './readAllowedRegions';
export { readEnvironments } from './readEnvironments';
export type { SoaEnvironment } from './readEnvironments';
export { readHttpUrl } from './readHttpUrl';
export { readPlatformOwners } from './readPlatformOwners';
export { readSecretKey } from './readSecretKey';
