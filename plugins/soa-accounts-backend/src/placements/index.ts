export { PlacementReader } from './PlacementReader';
export { placementOrder } from './placementOrder';
