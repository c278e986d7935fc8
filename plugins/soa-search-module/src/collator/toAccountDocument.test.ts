import type { Account } from '@backstage-soa/plugin-soa-common';
import { toAccountDocument } from './toAccountDocument';

const account: Account = {
  id: '011122223333',
  name: 'runtime-ecs-prod',
  arn: 'arn:aws:organizations::1:account/o-1/011122223333',
  state: 'SUSPENDED',
  organizationId: 'o-1',
  parentId: 'ou-1',
  organizationalUnitPath: 'Workloads/Prod',
  owner: 'group:default/team-platform',
  environment: 'prod',
  runtimes: ['ecs-fargate', 'lambda'],
  regions: ['us-east-1', 'eu-west-1'],
  businessUnit: 'Retail',
  allowedOwners: ['group:default/team-shop'],
  entityRef: 'resource:aws/Prod',
  email: 'prod@example.com',
};

describe('toAccountDocument', () => {
  it('leads to the account, for whoever may read it', () => {
    expect(toAccountDocument(account)).toEqual({
      title: 'runtime-ecs-prod (011122223333)',
      text: '011122223333 runtime-ecs-prod prod Workloads Prod us-east-1 eu-west-1 ecs-fargate lambda Retail',
      location: '/catalog/aws/resource/Prod#what-runs-here',
      authorization: { resourceRef: 'resource:aws/Prod' },
      accountId: '011122223333',
      accountName: 'runtime-ecs-prod',
      state: 'SUSPENDED',
      environment: 'prod',
      organizationalUnitPath: 'Workloads/Prod',
      regions: ['us-east-1', 'eu-west-1'],
      runtimes: ['ecs-fargate', 'lambda'],
    });
  });

  it('tells nothing that the entity does not say', () => {
    expect(JSON.stringify(toAccountDocument(account))).not.toMatch(
      /example\.com|team-shop/,
    );
  });

  it('is content with an account of which little is known', () => {
    const { environment, businessUnit, ...bare } = account;
    expect(
      toAccountDocument({
        ...bare,
        organizationalUnitPath: '',
        regions: [],
        runtimes: [],
      }).text,
    ).toBe('011122223333 runtime-ecs-prod');
  });
});
