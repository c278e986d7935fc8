import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { DeployAccessList } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { FakeRepositories } from './FakeRepositories';
import { FakeRunClock } from './FakeRunClock';
import { FakeRuns } from './FakeRuns';

/** What the actions on runs and workspaces need, in front of fakes. */
export function runsServices(options: { allowed?: string[] } = {}) {
  const repositories = new FakeRepositories();
  return {
    hcpTerraform: new FakeRuns(),
    clock: new FakeRunClock(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
    }),
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'orders',
            namespace: 'default',
            annotations: {
              'backstage.io/managed-by-location':
                'url:https://github.com/acme/orders/blob/main/catalog-info.yaml',
            },
          },
          spec: {},
        },
      ],
    }),
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result:
            options.allowed?.includes(permission.name) ?? true
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        })),
    }),
    environments: [
      { name: 'dev', production: false, sandbox: false },
      { name: 'prod', production: true, sandbox: false },
    ],
    delivery: {
      listAccess: jest.fn(
        async (): Promise<DeployAccessList> => ({ items: [] }),
      ),
      removeAccess: jest.fn<
        ReturnType<SoaDeliveryClient['removeAccess']>,
        Parameters<SoaDeliveryClient['removeAccess']>
      >(async () => ({ items: [] })),
    },
    repositories,
    urlReader: repositories.reader(),
  };
}
