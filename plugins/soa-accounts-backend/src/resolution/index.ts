export { offers } from './fitting';
export { PlacementResolver } from './PlacementResolver';
export { readPlatformOwners } from './readPlatformOwners';
