import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** A placement of `orders` that is as declared. */
export function placementOf(
  change: Partial<PlacementItem> = {},
): PlacementItem {
  return {
    componentRef: 'component:default/orders',
    environment: 'prod',
    account: accountOf('012345678901', 'runtime-ecs-prod'),
    region: 'us-east-1',
    runtime: 'ecs-fargate',
    workspace: {
      id: 'ws-1',
      name: 'orders-prod-use1',
      organization: 'acme',
      url: 'https://tfc.example/orders-prod-use1',
      currentRun: {
        id: 'run-1',
        status: 'applied',
        url: 'https://tfc.example/run-1',
      },
    },
    state: 'in-sync',
    ...change,
  };
}

/** An account as a placement names it. */
export function accountOf(id: string, name?: string) {
  return { id, name, entityRef: `resource:default/${id}` };
}
