export { ConfigurationSourceReader } from './ConfigurationSourceReader';
export { isLeftOut } from './isLeftOut';
export { packConfiguration } from './packConfiguration';
export type { ConfigurationFile } from './packConfiguration';
export { LARGEST_CONFIGURATION_BYTES } from './tooLarge';
