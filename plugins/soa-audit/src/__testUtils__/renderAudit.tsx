import type { Entity } from '@backstage/catalog-model';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  AuditEventsPage,
  AuditFacets,
} from '@backstage-soa/plugin-soa-common';
import { soaAuditApiRef } from '../api';
import type { SoaAuditApi } from '../api';
import { EntityAudit } from '../events/EntityAudit';

/** A component with two placements. */
export const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: {
    placements: ['us-east-1', 'eu-west-1'].map(region => ({
      environment: 'prod',
      account: '012345678901',
      region,
      runtime: 'ecs-fargate',
    })),
  },
};

/** A page of events of which nothing is missing. */
export function pageOf(change: Partial<AuditEventsPage> = {}): AuditEventsPage {
  return { items: [], coverage: { complete: true, gaps: [] }, ...change };
}

/** Facets of no event. */
export function facetsOf(change: Partial<AuditFacets> = {}): AuditFacets {
  return { actorKind: {}, account: {}, region: {}, ...change };
}

/** The audit tab of an entity, on an API that the test gives. */
export function renderAudit(
  api: Partial<SoaAuditApi>,
  options: { search?: string; entity?: Entity } = {},
) {
  const { search = '', entity = orders } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityAudit />
    </EntityProvider>,
    {
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
      apis: [
        [
          soaAuditApiRef,
          { getFacets: async () => facetsOf(), ...api } as SoaAuditApi,
        ],
      ],
    },
  );
}
