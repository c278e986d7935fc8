export { differingFiles } from './differingFiles';
export type { Difference } from './differingFiles';
export { differingPlacements } from './differingPlacements';
