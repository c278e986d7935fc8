export { placementFilter, serviceName } from './placementFilter';
export { PlacementFilters } from './PlacementFilters';
export { SHARED_FILTERS } from './sharedFilters';
export type { SharedFilter } from './sharedFilters';
export { useUrlFilters } from './useUrlFilters';
export type { UrlFilters } from './useUrlFilters';
