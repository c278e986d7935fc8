import type {
  ResolvedPlacement,
  RolloutRequest,
} from '@backstage-soa/plugin-soa-common';

/** A placement of `orders` in a Region of an environment. */
export function placementOf(
  region: string,
  short: string,
  environment = 'prod',
): ResolvedPlacement {
  return {
    environment,
    account: '111122223333',
    accountName: 'runtime-ecs-prod',
    region,
    runtime: 'ecs-fargate',
    workspace: `acme/orders-${environment}-${short}`,
    key: `${environment}-${short}`,
  };
}

/** What the action asks for: `orders`, in two Regions. */
export function requestOf(
  change: Partial<RolloutRequest> = {},
): RolloutRequest {
  return {
    componentRef: 'component:default/orders',
    source: { url: 'https://code.example/shop/orders/archive/c0ffee.tar.gz' },
    placements: [
      placementOf('us-east-1', 'use1'),
      placementOf('eu-west-1', 'euw1'),
    ],
    ...change,
  };
}

/** The same, of the commit of this number. */
export function requestOfCommit(
  commit: number,
  change: Partial<RolloutRequest> = {},
): RolloutRequest {
  const url = `https://code.example/shop/orders/archive/${commit}.tar.gz`;
  return requestOf({ source: { url }, ...change });
}
