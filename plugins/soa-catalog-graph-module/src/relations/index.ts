export { createCatalogGraphApi } from './createCatalogGraphApi';
export { SOA_RELATION_PAIRS, SOA_RELATIONS } from './soaRelations';
