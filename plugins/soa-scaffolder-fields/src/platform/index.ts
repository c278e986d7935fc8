export { PlatformPicker } from './PlatformPicker';
export { platformFieldSchema } from './schema';
