import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeInventory, workspace } from '../__testUtils__/FakeInventory';
import { workspaceEntities } from './workspaceEntities';
import { sayOnce } from './sayOnce';

describe('workspaceEntities', () => {
  const logger = mockServices.logger.mock();
  const inventory = new FakeInventory();
  const warn = sayOnce(logger.warn);
  const error = sayOnce(logger.error);

  const read = (...more: Entity[]) =>
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
            ...more,
          ],
        }),
        defaultOwner: 'group:default/unknown',
        warn,
        error,
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

  it('reports that somebody has taken the name of a workspace', async () => {
    inventory.workspaces = [workspace()];
    const location = 'file:/x.yaml';
    await read({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'ws-abc123',
        annotations: { 'backstage.io/managed-by-location': location },
      },
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/^resource:default\/ws-abc123 .* file:\/x\.yaml/),
    );
  });
});
