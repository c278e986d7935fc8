export { GLOBAL_REGION, isRegion } from './isRegion';
export { regionPartition } from './regionPartition';
export { regionShortCode } from './regionShortCode';
