/**
 * The same for apps that are still built from routes and components.
 *
 * @packageDocumentation
 */

import { createApiFactory } from '@backstage/core-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import { createCatalogGraphApi } from './relations';

export { SOA_RELATION_PAIRS, SOA_RELATIONS } from './relations';

/**
 * What the catalog graph draws; for the APIs of an app.
 *
 * @public
 */
export const soaCatalogGraphApiFactory = createApiFactory({
  api: catalogGraphApiRef,
  deps: {},
  factory: createCatalogGraphApi,
});
