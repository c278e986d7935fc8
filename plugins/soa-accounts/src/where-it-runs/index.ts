export { EntityPlacements } from './EntityPlacements';
