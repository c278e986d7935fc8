export { offers } from './fitting';
export { PlacementResolver } from './PlacementResolver';
