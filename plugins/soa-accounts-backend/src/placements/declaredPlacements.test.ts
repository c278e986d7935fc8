import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { declaredPlacements } from './declaredPlacements';

const placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

const entity = (kind: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders', namespace: 'default' },
  spec: { placements: [placement] },
});

const read = (componentRef: string, environments: string[] = []) =>
  declaredPlacements({
    catalog: catalogServiceMock({
      entities: [entity('Component'), entity('API')],
    }),
    credentials: mockCredentials.user(),
    filter: { componentRef },
    environments,
  });

describe('declaredPlacements', () => {
  it('reads those of a component', async () => {
    const componentRef = 'component:default/orders';
    const declared = [{ componentRef, placements: [placement] }];
    expect(await read(componentRef)).toEqual(declared);
    expect(await read(componentRef, ['prod'])).toEqual(declared);
    expect(await read(componentRef, ['dev'])).toEqual([
      { componentRef, placements: [] },
    ]);
  });

  it('takes nothing else for a component', async () => {
    expect(await read('api:default/orders')).toEqual([]);
  });
});
