import type {
  Account,
  OrganizationalUnit,
  PlacementRequest,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import type { PlacementPolicy } from '../resolution/PlacementPolicy';
import { resolvePlacements } from '../resolution/resolvePlacements';

export const SHOP = 'group:default/team-shop';

/** An account that offers Fargate in production. */
export const account = (overrides: Partial<Account>): Account => ({
  id: '111122223333',
  name: 'runtime-ecs-prod',
  arn: 'arn:aws:organizations::1:account/o-1/111122223333',
  state: 'ACTIVE',
  organizationId: 'o-1',
  parentId: 'ou-p',
  organizationalUnitPath: 'Workloads/Prod',
  environment: 'prod',
  runtimes: ['ecs-fargate'],
  regions: ['us-east-1', 'eu-west-1', 'ap-south-1'],
  entityRef: 'resource:default/111122223333',
  ...overrides,
});

export const unit = (id: string, path: string): OrganizationalUnit => ({
  id,
  name: path.split('/').pop()!,
  arn: `arn:aws:organizations::1:ou/o-1/${id}`,
  organizationId: 'o-1',
  path,
});

export const prod = account({});
export const dev = account({
  id: '444455556666',
  name: 'runtime-ecs-dev',
  environment: 'dev',
  regions: ['us-east-1'],
});

const policy: PlacementPolicy = {
  environments: ['dev', 'prod'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
  accounts: [dev, prod],
  organizationalUnits: [],
  platformOwners: [],
  workspaces: [],
  terraformOrganization: 'acme',
  ownerExists: true,
  memberships: ['user:default/guest', SHOP],
};

const request: PlacementRequest = {
  name: 'orders',
  owner: SHOP,
  runtime: 'ecs-fargate',
  stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
};

/** Resolves a wish for `orders` by rules that allow it, but for what is given. */
export const resolve = (
  wish: Partial<PlacementRequest> = {},
  rules: Partial<PlacementPolicy> = {},
) => resolvePlacements({ ...request, ...wish }, { ...policy, ...rules });

export const stage = (overrides: object) => ({
  stages: [{ environment: 'prod', regions: ['us-east-1'], ...overrides }],
});

export const workspace = (overrides: Partial<Workspace>): Workspace => ({
  id: 'ws-1',
  name: 'orders-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test',
  roles: {},
  entityRef: 'resource:default/ws-1',
  ...overrides,
});
