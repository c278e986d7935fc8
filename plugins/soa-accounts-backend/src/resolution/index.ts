export { PlacementResolver } from './PlacementResolver';
