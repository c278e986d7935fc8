export { readAllowedRegions } from './readAllowedRegions';
export { readEnvironments } from './readEnvironments';
export type { SoaEnvironment } from './readEnvironments';
export { readHttpUrl } from './readHttpUrl';
export { readSecretKey } from './readSecretKey';
