import type {
  Workspace,
  WorkspaceRunItem,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';

/** A run that has applied. */
export function workspaceRunOf(
  change: Partial<WorkspaceRunItem> = {},
): WorkspaceRunItem {
  return {
    id: 'run-1',
    workspaceId: 'ws-1',
    status: 'applied',
    state: 'applied',
    message: 'Commit 1a2b',
    createdAt: '2026-11-20T10:00:00Z',
    url: 'https://tfc.example/run-1',
    planOnly: false,
    isDestroy: false,
    hasChanges: true,
    actions: [],
    ...change,
  };
}

/** A run that waits to be applied. */
export function waitingRunOf(
  change: Partial<WorkspaceRunItem> = {},
): WorkspaceRunItem {
  return workspaceRunOf({
    id: 'run-2',
    status: 'planned',
    state: 'confirming',
    actions: ['apply', 'discard'],
    plan: { add: 3, change: 1, destroy: 2, import: 0 },
    ...change,
  });
}

/** Runs of a workspace that is no production, and whose caller may do all. */
export function workspaceRunsOf(
  items: WorkspaceRunItem[],
  change: Partial<WorkspaceRuns> = {},
): WorkspaceRuns {
  return {
    items,
    readAt: '2026-11-20T11:00:00Z',
    may: { plan: true, apply: true, destroy: true },
    permittedOn: 'component:default/orders',
    isProduction: false,
    ...change,
  };
}

/** The workspace of `orders` in development. */
export function workspaceOf(change: Partial<Workspace> = {}): Workspace {
  return {
    id: 'ws-1',
    name: 'orders-dev-use1',
    organization: 'acme',
    projectName: 'team-shop',
    url: 'https://tfc.example/orders-dev-use1',
    componentRef: 'component:default/orders',
    placement: {
      environment: 'dev',
      account: '012345678901',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
    },
    lastAppliedAt: '2026-11-20T10:00:00Z',
    resourceCount: 9,
    roles: {},
    entityRef: 'resource:default/ws-1',
    ...change,
  };
}
