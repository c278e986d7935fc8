import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import type { CatalogGraphApi } from '@backstage/plugin-catalog-graph';
import { SOA_RELATION_PAIRS, SOA_RELATIONS } from './soaRelations';

/** The catalog graph's own relations, and those between services and accounts. */
export function createCatalogGraphApi(): CatalogGraphApi {
  return new DefaultCatalogGraphApi({
    knownRelations: [...ALL_RELATIONS, ...SOA_RELATIONS],
    knownRelationPairs: [...ALL_RELATION_PAIRS, ...SOA_RELATION_PAIRS],
    defaultRelationTypes: { exclude: [] },
  });
}
