export { PlatformOwnerPicker } from './PlatformOwnerPicker';
export { platformOwnerFieldSchema } from './schema';
export { validatePlatformOwner } from './validatePlatformOwner';
