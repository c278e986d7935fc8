import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { toPlacementDocument } from './toPlacementDocument';

const item: PlacementItem = {
  componentRef: 'component:retail/orders',
  environment: 'prod',
  account: {
    id: '111122223333',
    name: 'runtime-ecs-prod',
    entityRef: 'resource:default/111122223333',
  },
  region: 'us-east-1',
  runtime: 'ecs-fargate',
  workspace: {
    id: 'ws-AbC123',
    name: 'orders-prod-use1',
    organization: 'acme',
    url: 'https://tfc.test',
  },
  state: 'in-sync',
};

describe('toPlacementDocument', () => {
  it('leads to the component, for whoever may read it', () => {
    expect(toPlacementDocument(item)).toEqual({
      title: 'orders in prod, us-east-1',
      text: 'orders prod 111122223333 us-east-1 ecs-fargate',
      location:
        '/catalog/retail/component/orders#prod/111122223333/us-east-1/ecs-fargate',
      authorization: { resourceRef: 'component:retail/orders' },
      componentRef: 'component:retail/orders',
      environment: 'prod',
      accountId: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
    });
  });

  it('tells nothing that the component itself does not say', () => {
    const { workspace, account, ...rest } = item;
    expect(toPlacementDocument(item)).toEqual(
      toPlacementDocument({
        ...rest,
        account: { id: account.id, entityRef: account.entityRef },
      }),
    );
    expect(JSON.stringify(toPlacementDocument(item))).not.toMatch(
      /runtime-ecs-prod|orders-prod-use1|ws-/i,
    );
  });

  it('is none of what no component declares', () => {
    expect(
      toPlacementDocument({ ...item, state: 'undeclared' }),
    ).toBeUndefined();
  });

  it('is a document of its own for every placement', () => {
    const locations = [
      item,
      { ...item, region: 'eu-west-1' },
      { ...item, environment: 'dev' },
      { ...item, runtime: 'eks' as const },
      { ...item, cell: 'blue' },
      { ...item, account: { ...item.account, id: '444455556666' } },
    ].map(one => toPlacementDocument(one)!.location);
    expect(new Set(locations).size).toBe(locations.length);
    expect(locations).not.toContain('/catalog/retail/component/orders');
  });
});
