export { PlacementsPicker } from './PlacementsPicker';
export { placementsFieldSchema } from './schema';
export { validatePlacements } from './validatePlacements';
