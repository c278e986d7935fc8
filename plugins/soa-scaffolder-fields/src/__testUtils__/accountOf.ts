import type { Account } from '@backstage-soa/plugin-soa-common';

/** An active account of prod that anybody's ECS services may run in. */
export function accountOf(id: string, change: Partial<Account> = {}): Account {
  return {
    id,
    name: `account-${id.slice(-1)}`,
    arn: `arn:aws:organizations::000000000001:account/o-1/${id}`,
    state: 'ACTIVE',
    organizationId: 'o-1',
    parentId: 'ou-1',
    organizationalUnitPath: 'Workloads/Prod',
    environment: 'prod',
    runtimes: ['ecs-fargate'],
    regions: ['us-east-1', 'eu-west-1'],
    entityRef: `resource:default/${id}`,
    ...change,
  };
}
