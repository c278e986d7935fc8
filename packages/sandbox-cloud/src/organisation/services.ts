import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type { Placement, Runtime } from '@backstage-soa/plugin-soa-common';

export const TERRAFORM_ORGANIZATION = 'acme';

/** A placement with what is derived from it. */
export interface SandboxPlacement extends Placement {
  key: string;
  workspaceName: string;
}

/** A service of the pretend organisation. */
export interface SandboxService {
  name: string;
  description: string;
  owner: string;
  type: 'service' | 'website' | 'platform';
  placements: SandboxPlacement[];
}

type Where = [environment: string, account: string, region: string];

const PROD = ['us-east-1', 'eu-west-1'];

function prod(account: string, regions: string[] = PROD): Where[] {
  return regions.map(region => ['prod', account, region]);
}

export const services: readonly SandboxService[] = [
  service(
    'checkout',
    'Turns a cart into an order',
    'team-shop',
    'ecs-fargate',
    [
      ['dev', '100000000401', 'us-east-1'],
      ['beta', '100000000201', 'us-east-1'],
      ...prod('100000000101'),
    ],
  ),
  service(
    'cart',
    'What customers are about to buy',
    'team-shop',
    'ecs-fargate',
    [['dev', '100000000401', 'us-east-1'], ...prod('100000000101')],
  ),
  service('pricing', 'Prices and promotions', 'team-shop', 'ecs-fargate', [
    ['qa', '100000000301', 'us-east-1'],
    ...prod('100000000101'),
  ]),
  service('ledger', 'Books every payment', 'team-payments', 'ecs-ec2', [
    ['dev', '100000000401', 'us-east-1'],
    ...prod('100000000101'),
  ]),
  service('customers', 'Who our customers are', 'team-customers', 'eks', [
    ['dev', '100000000402', 'us-east-1'],
    ...prod('100000000102'),
  ]),
  service('inventory', 'What is in stock, and where', 'team-shop', 'eks', [
    ['qa', '100000000302', 'us-east-1'],
    ...prod('100000000102'),
  ]),
  service('payments', 'Takes payments', 'team-payments', 'ec2', [
    ...prod('100000000103'),
  ]),
  service('invoices', 'Writes invoices', 'team-payments', 'lambda', [
    ['dev', '100000000404', 'us-east-1'],
    ...prod('100000000104'),
  ]),
  service('notifications', 'Mails and messages', 'team-customers', 'lambda', [
    ['beta', '100000000204', 'us-east-1'],
    ...prod('100000000104'),
  ]),
  service(
    'storefront',
    'The shop that people see',
    'team-shop',
    'static-site',
    [...prod('100000000105', ['us-east-1'])],
  ),
];

function service(
  name: string,
  description: string,
  owner: string,
  runtime: Runtime,
  where: Where[],
): SandboxService {
  const placements = where.map(([environment, account, region]) => ({
    environment,
    account,
    region,
    runtime,
  }));
  const keys = placementKeys(placements);
  return {
    name,
    description,
    owner: `group:default/${owner}`,
    type: runtime === 'static-site' ? 'website' : 'service',
    placements: placements.map(placement => {
      const key = keys.get(placementIdentity(placement))!;
      const workspace = workspaceName(name, key);
      return {
        ...placement,
        key,
        workspaceName: workspace,
        workspace: `${TERRAFORM_ORGANIZATION}/${workspace}`,
      };
    }),
  };
}
