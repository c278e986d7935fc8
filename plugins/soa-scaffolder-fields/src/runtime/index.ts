export { RuntimePicker } from './RuntimePicker';
export { runtimeFieldSchema } from './schema';
