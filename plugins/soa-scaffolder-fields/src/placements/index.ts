export { PlacementList } from './PlacementList';
export { PlacementsPicker } from './PlacementsPicker';
export { placementsFieldSchema } from './schema';
export { ResolutionPreview } from './ResolutionPreview';
export { toRequest } from './toRequest';
export { validatePlacements } from './validatePlacements';
