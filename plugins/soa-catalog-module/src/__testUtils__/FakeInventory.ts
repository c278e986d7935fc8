import type {
  Account,
  OrganizationalUnit,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** An inventory that gives one item a page, and an empty page first. */
export class FakeInventory {
  units: OrganizationalUnit[] = [
    {
      id: 'r-1',
      name: 'Root',
      arn: 'arn:r-1',
      organizationId: 'o-1',
      path: '',
    },
    {
      id: 'ou-p',
      name: 'Prod',
      arn: 'arn:ou-p',
      organizationId: 'o-1',
      parentId: 'r-1',
      path: 'Prod',
    },
  ];
  completeness = { organization: true, workspaces: true };
  accounts: Account[] = [account()];
  workspaces: Workspace[] = [workspace()];
  /** Thrown by the second page of any list. */
  failure?: Error;

  client(): SoaAccountsClient {
    const refuse = () => Promise.reject(new Error('not asked for'));
    return {
      readCompleteness: async () => this.completeness,
      listOrganizationalUnits: async () => this.units,
      listAccounts: async query => this.#page(this.accounts, query),
      listWorkspaces: async query => this.#page(this.workspaces, query),
      listPlacements: refuse,
      resolvePlacements: refuse,
      listWorkspacesWithOutputs: refuse,
    };
  }

  #page<T>(items: T[], { cursor }: { cursor?: string }) {
    if (cursor === undefined) {
      return { items: [], nextCursor: '0' };
    }
    if (this.failure) {
      throw this.failure;
    }
    const start = Number(cursor);
    return {
      items: items.slice(start, start + 1),
      ...(start + 1 < items.length && { nextCursor: String(start + 1) }),
    };
  }
}

export function account(overrides: Partial<Account> = {}): Account {
  return {
    id: '111122223333',
    name: 'runtime-ecs-prod',
    arn: 'arn:aws:organizations::1:account/o-1/111122223333',
    state: 'ACTIVE',
    organizationId: 'o-1',
    parentId: 'ou-p',
    organizationalUnitPath: 'Prod',
    owner: 'group:default/platform',
    environment: 'prod',
    runtimes: ['ecs-fargate'],
    regions: ['us-east-1'],
    entityRef: 'resource:default/111122223333',
    ...overrides,
  };
}

export function workspace(overrides: Partial<Workspace> = {}): Workspace {
  return {
    id: 'ws-AbC123',
    name: 'orders-prod-use1',
    organization: 'acme',
    projectName: 'team-shop',
    url: 'https://tfc.test/orders-prod-use1',
    componentRef: 'component:default/orders',
    placement: {
      environment: 'prod',
      account: '111122223333',
      region: 'us-east-1',
      runtime: 'ecs-fargate',
    },
    currentRun: { id: 'run-1', status: 'applied', url: 'https://tfc.test/r' },
    roles: {},
    entityRef: 'resource:default/ws-abc123',
    ...overrides,
  };
}
