import type {
  SandboxEnvironment,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';

/** A sandbox environment that the viewer may extend by three days, and delete. */
export function sandboxEnvironmentOf(
  change: Partial<SandboxEnvironment> = {},
): SandboxEnvironment {
  return {
    componentRef: 'component:default/orders',
    owner: 'group:default/team-checkout',
    requestedBy: 'user:default/dana',
    state: 'active',
    createdAt: '2026-11-20T10:00:00.000Z',
    expiresAt: '2126-11-27T10:00:00.000Z',
    extendableUntil: '2126-12-01T10:00:00.000Z',
    mayExtend: true,
    mayDelete: true,
    ...change,
  };
}

/** The workspace of `orders`, with what it tells of it. */
export function workspaceOf(
  change: Partial<WorkspaceWithOutputs> = {},
): WorkspaceWithOutputs {
  return {
    id: 'ws-1',
    name: 'orders-sandbox-use1',
    organization: 'acme',
    url: 'https://tfc.example/orders-sandbox-use1',
    placement: {
      environment: 'sandbox',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
    },
    resourceCount: 12,
    roles: {},
    entityRef: 'resource:default/ws-1',
    outputs: [
      { name: 'cluster', sensitive: false, value: 'orders-sandbox' },
      { name: 'url', sensitive: false, value: 'https://orders.dev.example' },
      { name: 'subnets', sensitive: false, value: ['subnet-1', 'subnet-2'] },
      { name: 'password', sensitive: true },
    ],
    ...change,
  };
}
