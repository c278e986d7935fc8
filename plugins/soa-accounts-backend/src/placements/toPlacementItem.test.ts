import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { toPlacementItem } from './toPlacementItem';

const workspace: Workspace = {
  id: 'ws-1',
  name: 'orders-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test/orders-prod-use1',
  roles: { plan: 'arn:plan' },
  entityRef: 'resource:default/ws-1',
};

const served = (change: Partial<Workspace>) =>
  toPlacementItem({
    componentRef: 'component:default/orders',
    placement: {
      environment: 'prod',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
    },
    state: 'drifted',
    account: undefined,
    workspace: { ...workspace, ...change },
  }).workspace;

describe('toPlacementItem', () => {
  it('says when its workspace was applied, and what drifted since', () => {
    const state = {
      lastAppliedAt: '2026-01-01T00:00:00Z',
      drift: { resources: 2, checkedAt: '2026-01-02T00:00:00Z' },
    };
    expect(served({ ...state, applied: true, drifted: true })).toEqual({
      id: 'ws-1',
      name: 'orders-prod-use1',
      organization: 'acme',
      url: 'https://tfc.test/orders-prod-use1',
      ...state,
    });
  });

  it('says nothing of what is not known', () => {
    expect(Object.keys(served({})!)).toEqual([
      'id',
      'name',
      'organization',
      'url',
    ]);
  });
});
