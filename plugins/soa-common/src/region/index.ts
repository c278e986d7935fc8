export { GLOBAL_REGION, isRegion } from './isRegion';
export { regionShortCode } from './regionShortCode';
