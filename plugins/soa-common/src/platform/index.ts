export { PLATFORM_PARAMETERS } from './platformParameters';
export type { PlatformParameter } from './platformParameters';
export { platformParametersOf } from './platformParametersOf';
