export { sourceOf } from './sourceOf';
export { waitForEntity } from './waitForEntity';
export type { Pause } from './waitForEntity';
