import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeInventory, workspace } from '../__testUtils__/FakeInventory';
import { workspaceEntities } from './workspaceEntities';
import { warnOnce } from './warnOnce';

describe('workspaceEntities', () => {
  const logger = mockServices.logger.mock();
  const inventory = new FakeInventory();
  const warn = warnOnce(logger);

  const read = () =>
    workspaceEntities(
      {
        accounts: inventory.client(),
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'orders', namespace: 'default' },
              spec: { owner: 'team-shop' },
            },
          ],
        }),
        defaultOwner: 'group:default/unknown',
        warn,
      },
      new AbortController().signal,
    );

  it('gives a workspace to the owner of its component, without its runs', async () => {
    inventory.workspaces = [workspace()];
    expect(await read()).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'ws-AbC123',
          title: 'orders-prod-use1',
          annotations: {
            'backstage.io/managed-by-location':
              'soa:hcp-terraform/acme/ws-AbC123',
            'backstage.io/managed-by-origin-location':
              'soa:hcp-terraform/acme/ws-AbC123',
            'app.terraform.io/workspace-id': 'ws-AbC123',
            'app.terraform.io/organization': 'acme',
          },
          links: [
            {
              url: 'https://tfc.test/orders-prod-use1',
              title: 'HCP Terraform',
            },
          ],
        },
        spec: {
          type: 'terraform-workspace',
          owner: 'group:default/team-shop',
          project: 'team-shop',
          placement: {
            environment: 'prod',
            account: '111122223333',
            region: 'us-east-1',
            runtime: 'ecs-fargate',
          },
          dependencyOf: ['component:default/orders'],
        },
      },
    ]);
  });

  it('takes workspaces of no component, and leaves out what has no name', async () => {
    inventory.workspaces = [
      workspace({ componentRef: undefined, placement: undefined }),
      workspace({ id: 'ws/../x' }),
    ];
    const entities = await read();
    expect(entities.map(({ spec }) => spec)).toEqual([
      {
        type: 'terraform-workspace',
        owner: 'group:default/unknown',
        project: 'team-shop',
      },
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('"ws/../x"'),
    );
  });
});
