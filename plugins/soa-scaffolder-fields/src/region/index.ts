export { RegionPicker } from './RegionPicker';
export { regionFieldSchema } from './schema';
