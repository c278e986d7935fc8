export type { Clock } from './Clock';
export { systemClock } from './systemClock';
