export { askPatiently, pauseForReal } from './askPatiently';
export type { Pause } from './askPatiently';
export { sourceOf } from './sourceOf';
export { waitForEntity } from './waitForEntity';
