export { declaredPlacements } from './declaredPlacements';
export { PlacementReader } from './PlacementReader';
export { placementOrder } from './placementOrder';
