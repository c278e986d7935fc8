import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  RESOURCE_TYPE_TERRAFORM_WORKSPACE,
} from '@backstage-soa/plugin-soa-common';
import { RiHistoryLine } from '@remixicon/react';
import { SoaAuditApiClient, soaAuditApiRef } from './api';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: soaAuditApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaAuditApiClient(deps),
    }),
});

const tab = EntityContentBlueprint.make({
  name: 'audit',
  params: {
    path: '/soa-audit',
    title: 'Audit',
    filter: ({ spec }) =>
      spec?.placements !== undefined ||
      spec?.type === RESOURCE_TYPE_CLOUD_ACCOUNT ||
      spec?.type === RESOURCE_TYPE_TERRAFORM_WORKSPACE,
    loader: () => import('./events/EntityAudit').then(m => <m.EntityAudit />),
  },
});

/**
 * Shows what CloudTrail saw happen to an entity.
 *
 * @public
 */
export const soaAuditPlugin = createFrontendPlugin({
  pluginId: 'soa-audit',
  title: 'Audit',
  icon: <RiHistoryLine />,
  extensions: [api, tab],
  info: { packageJson: () => import('../package.json') },
});
