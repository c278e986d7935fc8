export { RegionPicker } from './RegionPicker';
export { regionFieldSchema } from './schema';
export { validateRegion } from './validateRegion';
