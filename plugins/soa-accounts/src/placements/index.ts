export { isRunning } from './isRunning';
export { placementKey } from './placementKey';
export { PlacementsCsvButton } from './PlacementsCsvButton';
export { worstFirst } from './worstFirst';
