import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { EntityWorkspace } from '../workspace/EntityWorkspace';
import { workspaceOf, workspaceRunOf, workspaceRunsOf } from './workspaceRunOf';

/** The entity of a workspace. */
export const workspaceEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'ws-1',
    namespace: 'default',
    annotations: { 'app.terraform.io/workspace-id': 'ws-1' },
  },
  spec: { type: 'terraform-workspace' },
};

/** The tab of a workspace, on an API that the test gives. */
export function renderWorkspace(
  api: Partial<SoaAccountsApi> = {},
  entity: object = workspaceEntity,
) {
  const whole: Partial<SoaAccountsApi> = {
    getWorkspace: async () => workspaceOf(),
    listRuns: async () => workspaceRunsOf([workspaceRunOf()]),
    listOutputs: async () => [],
    listResources: async () => ({ items: [] }),
    ...api,
  };
  return renderInTestApp(
    <EntityProvider entity={entity as typeof workspaceEntity}>
      <EntityWorkspace />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
      apis: [[soaAccountsApiRef, whole as SoaAccountsApi]],
    },
  );
}
