export { PlacementCollatorFactory } from './PlacementCollatorFactory';
