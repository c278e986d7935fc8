import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  awsClientsServiceRef,
  hcpTerraformServiceRef,
  soaAccountsServiceRef,
} from '@backstage-soa/plugin-soa-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { soaAuditPlugin } from '../plugin';
import { ACCOUNT, CLUSTER, PLACEMENT, SERVICE } from './records';

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { placements: [{ ...PLACEMENT }] },
});
const entities: Entity[] = [
  component('cart'),
  component('checkout'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: ACCOUNT,
      namespace: 'default',
      annotations: { 'amazonaws.com/account-id': ACCOUNT },
    },
    spec: { type: 'cloud-account' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'impostor',
      namespace: 'default',
      annotations: { 'amazonaws.com/account-id': ACCOUNT },
    },
    spec: { type: 'cloud-account' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'ws-cart',
      namespace: 'default',
      annotations: { 'app.terraform.io/workspace-id': 'ws-cart' },
    },
    spec: { type: 'terraform-workspace', placement: { ...PLACEMENT } },
  },
];

const workspace = (name: string) => ({
  id: `ws-${name}`,
  name: `${name}-prod-use1`,
  organization: 'acme',
  componentRef: `component:default/${name}`,
  placement: PLACEMENT,
  roles: {},
});
const outputs: Record<string, string[]> = {
  'ws-cart': [CLUSTER, SERVICE],
  'ws-checkout': [CLUSTER],
};

/** Starts the plugin with one account, whose log holds the records. */
export async function startPortal(knex: Knex, records: object[]) {
  /** Permissions and `permission entity` that the caller does not have. */
  const denied = new Set<string>();
  const auditor = mockServices.auditor.mock();
  const tasks = new Map<string, (signal: AbortSignal) => void>();
  const send = jest.fn(async () => ({
    Events: records.map(one => ({ CloudTrailEvent: JSON.stringify(one) })),
  }));
  const service = <T>(ref: T, value: unknown) =>
    createServiceFactory({
      service: ref as typeof awsClientsServiceRef,
      deps: {},
      factory: () => value as never,
    });
  const { server } = await startTestBackend({
    features: [
      soaAuditPlugin,
      catalogServiceMock.factory({ entities }),
      auditor.factory,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(one => {
            const ref = 'resourceRef' in one ? ` ${one.resourceRef}` : '';
            return {
              result: denied.has(`${one.permission.name}${ref}`)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            };
          }),
      }).factory,
      mockServices.rootConfig.factory({
        data: { soa: { regions: ['us-east-1'] } },
      }),
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => {
          tasks.set(id, fn);
        },
      }).factory,
      service(awsClientsServiceRef, { cloudTrail: async () => ({ send }) }),
      service(hcpTerraformServiceRef, {
        organizations: () => ['acme'],
        client: () => ({
          findWorkspace: async () => ({ id: 'ws-cart' }),
          getRun: async (id: string) => ({ id, workspaceId: 'ws-cart' }),
          runUrl: (name: string, id: string) =>
            `https://tfc.test/${name}/${id}`,
        }),
      }),
      service(soaAccountsServiceRef, {
        readCompleteness: async () => ({
          organization: true,
          workspaces: true,
        }),
        listAccounts: async () => ({
          items: [{ id: ACCOUNT, state: 'ACTIVE', regions: ['us-east-1'] }],
        }),
        listWorkspacesWithOutputs: async () => ({
          items: Object.entries(outputs).map(([id, arns]) => ({
            ...workspace(id.slice(3)),
            outputs: arns.map(value => ({
              name: value,
              sensitive: false,
              value,
            })),
          })),
        }),
      }),
    ],
  });
  // Each once, in the order in which they come to something.
  for (const task of ['read-lookup', 'confirm-runs', 'reattribute']) {
    await tasks.get(`soa-audit-${task}`)!(new AbortController().signal);
  }
  // What somebody may read is kept for a while: whoever may read something else
  // is somebody else.
  const caller = () =>
    mockCredentials.user.header(
      `user:default/without-${[...denied].join().replace(/\W+/g, '-')}`,
    );
  const get = (path: string) =>
    request(server)
      .get(`/api/soa-audit/v1${path}`)
      .set('authorization', caller());
  const post = (path: string) =>
    request(server)
      .post(`/api/soa-audit/v1${path}`)
      .set('authorization', caller());
  return { get, post, server, denied, auditor, send };
}
