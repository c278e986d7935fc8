export { differingFiles } from './differingFiles';
export { differingPlacements } from './differingPlacements';
