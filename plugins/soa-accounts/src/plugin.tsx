import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  ANNOTATION_ACCOUNT_ID,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';
import {
  SoaAccountsApiClient,
  soaAccountsApiRef,
} from '@backstage-soa/plugin-soa-react';
import { RiCloudLine } from '@remixicon/react';
import {
  differencesRouteRef,
  matrixRouteRef,
  organisationRouteRef,
  regionsRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: soaAccountsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaAccountsApiClient(deps),
    }),
});

// Its tabs are the sub-pages: what has none of its own shows the first.
const page = PageBlueprint.make({
  params: { path: '/soa-accounts', routeRef: rootRouteRef },
});

const matrix = SubPageBlueprint.make({
  name: 'matrix',
  params: {
    path: 'matrix',
    title: 'Matrix',
    loader: () => import('./matrix/MatrixTab').then(m => <m.MatrixTab />),
  },
});

const organisation = SubPageBlueprint.make({
  name: 'organisation',
  params: {
    path: 'organisation',
    title: 'Organisation',
    loader: () =>
      import('./organisation/OrganisationTab').then(m => <m.OrganisationTab />),
  },
});

const regions = SubPageBlueprint.make({
  name: 'regions',
  params: {
    path: 'regions',
    title: 'Regions',
    loader: () => import('./regions/RegionsTab').then(m => <m.RegionsTab />),
  },
});

const differences = SubPageBlueprint.make({
  name: 'differences',
  params: {
    path: 'differences',
    title: 'Differences',
    loader: () =>
      import('./differences/DifferencesTab').then(m => <m.DifferencesTab />),
  },
});

const whereItRuns = EntityCardBlueprint.make({
  name: 'where-it-runs',
  params: {
    filter: { kind: 'component', 'spec.placements': { $exists: true } },
    loader: () =>
      import('./cards/PlacementsCard').then(m => (
        <m.PlacementsCard of="component" />
      )),
  },
});

const whatRunsHere = EntityCardBlueprint.make({
  name: 'what-runs-here',
  params: {
    filter: {
      kind: 'resource',
      'spec.type': RESOURCE_TYPE_CLOUD_ACCOUNT,
      [`metadata.annotations.${ANNOTATION_ACCOUNT_ID}`]: { $exists: true },
    },
    loader: () =>
      import('./cards/PlacementsCard').then(m => (
        <m.PlacementsCard of="account" />
      )),
  },
});

/**
 * Shows where everything runs.
 *
 * @public
 */
export const soaAccountsPlugin = createFrontendPlugin({
  pluginId: 'soa-accounts',
  title: 'Accounts',
  icon: <RiCloudLine />,
  extensions: [
    api,
    page,
    matrix,
    organisation,
    regions,
    differences,
    whereItRuns,
    whatRunsHere,
  ],
  routes: {
    root: rootRouteRef,
    matrix: matrixRouteRef,
    organisation: organisationRouteRef,
    regions: regionsRouteRef,
    differences: differencesRouteRef,
  },
  externalRoutes: { template: templateRouteRef, rollouts: rolloutsRouteRef },
  info: { packageJson: () => import('../package.json') },
});
