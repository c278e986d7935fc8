export type { Placement } from './Placement';
export { parsePlacements } from './parsePlacements';
export type { PlacementProblem } from './parsePlacements';
export { placementIdentity } from './placementIdentity';
export { placementKeys } from './placementKeys';
