import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import { createCatalogGraphApi } from './relations';

/**
 * Draws in which accounts services run: it takes the place of the catalog graph's
 * own API, which says what relations there are.
 *
 * @public
 */
export const catalogGraphModuleSoa = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogGraphApiRef,
          deps: {},
          factory: createCatalogGraphApi,
        }),
    }),
  ],
});
