export { placementKey } from './placementKey';
