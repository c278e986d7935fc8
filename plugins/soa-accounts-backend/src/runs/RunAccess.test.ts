import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { RunAccess } from './RunAccess';

const placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate' as const,
};

const access = new RunAccess({
  auth: mockServices.auth(),
  permissions: mockServices.permissions(),
  catalog: catalogServiceMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'orders', namespace: 'default' },
        spec: { placements: [placement] },
      },
    ],
  }),
  environments: ['prod'],
});

const permittedOn = (change: Partial<Workspace>) =>
  access.permittedOn({
    entityRef: 'resource:default/ws-1',
    ...change,
  } as Workspace);

describe('RunAccess', () => {
  it('asks on the component that declares the placement', async () => {
    expect(
      await permittedOn({
        componentRef: 'component:default/orders',
        placement,
      }),
    ).toBe('component:default/orders');
  });

  it.each([
    ['nothing is tagged', {}],
    [
      'the component is gone',
      { componentRef: 'component:default/gone', placement },
    ],
    [
      'the component declares another place',
      {
        componentRef: 'component:default/orders',
        placement: { ...placement, region: 'eu-west-1' },
      },
    ],
  ])('asks on the workspace where %s', async (_why, change) => {
    expect(await permittedOn(change)).toBe('resource:default/ws-1');
  });
});
