export { OfService } from './OfService';
export { serviceFactsOf } from './serviceFactsOf';
export type { ServiceFacts } from './serviceFactsOf';
export { ServicePlacementList } from './ServicePlacementList';
export { ServicePlacementsPicker } from './ServicePlacementsPicker';
export { servicePlacementsFieldSchema } from './schema';
