import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  ANNOTATION_ACCOUNT_ID,
  ANNOTATION_WORKSPACE_ID,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  RESOURCE_TYPE_TERRAFORM_WORKSPACE,
} from '@backstage-soa/plugin-soa-common';
import {
  SoaAccountsApiClient,
  soaAccountsApiRef,
} from '@backstage-soa/plugin-soa-react';
import { RiCloudLine } from '@remixicon/react';
import { estateWidget } from './estate/estateWidget';
import {
  differencesRouteRef,
  matrixRouteRef,
  organisationRouteRef,
  regionsRouteRef,
  rolloutRouteRef,
  rolloutsRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';
import { searchExtensions } from './search/searchExtensions';

const IS_ACCOUNT = {
  kind: 'resource',
  'spec.type': RESOURCE_TYPE_CLOUD_ACCOUNT,
  [`metadata.annotations.${ANNOTATION_ACCOUNT_ID}`]: { $exists: true },
};

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

const whereItRunsTab = EntityContentBlueprint.make({
  name: 'where-it-runs',
  params: {
    path: '/soa-placements',
    title: 'Where it runs',
    filter: { kind: 'component', 'spec.placements': { $exists: true } },
    loader: () => import('./where-it-runs').then(m => <m.EntityPlacements />),
  },
});

const whatRunsHere = EntityCardBlueprint.make({
  name: 'what-runs-here',
  params: {
    filter: IS_ACCOUNT,
    loader: () =>
      import('./cards/PlacementsCard').then(m => (
        <m.PlacementsCard of="account" />
      )),
  },
});

const account = EntityCardBlueprint.make({
  name: 'account',
  params: {
    type: 'info',
    filter: IS_ACCOUNT,
    loader: () => import('./account').then(m => <m.AccountCard />),
  },
});

const guardRails = EntityCardBlueprint.make({
  name: 'guard-rails',
  params: {
    filter: IS_ACCOUNT,
    loader: () => import('./account').then(m => <m.GuardRailsCard />),
  },
});

const accountWorkspaces = EntityCardBlueprint.make({
  name: 'account-workspaces',
  params: {
    filter: IS_ACCOUNT,
    loader: () => import('./account').then(m => <m.AccountWorkspacesCard />),
  },
});

const workspace = EntityContentBlueprint.make({
  name: 'workspace',
  params: {
    path: '/workspace',
    title: 'Workspace',
    filter: {
      kind: 'resource',
      'spec.type': RESOURCE_TYPE_TERRAFORM_WORKSPACE,
      [`metadata.annotations.${ANNOTATION_WORKSPACE_ID}`]: { $exists: true },
    },
    loader: () =>
      import('./workspace/EntityWorkspace').then(m => <m.EntityWorkspace />),
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
    whereItRunsTab,
    account,
    whatRunsHere,
    accountWorkspaces,
    guardRails,
    workspace,
    estateWidget,
    ...searchExtensions,
  ],
  routes: {
    root: rootRouteRef,
    matrix: matrixRouteRef,
    organisation: organisationRouteRef,
    regions: regionsRouteRef,
    differences: differencesRouteRef,
  },
  externalRoutes: {
    rollout: rolloutRouteRef,
    rollouts: rolloutsRouteRef,
    template: templateRouteRef,
  },
  info: { packageJson: () => import('../package.json') },
});
