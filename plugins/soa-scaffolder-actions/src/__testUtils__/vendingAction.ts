import { mockServices } from '@backstage/backend-test-utils';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import { readAccountTagNames } from '@backstage-soa/plugin-soa-node';
import { readVendingSettings } from '../account-vending';
import { createEnsureAccountAction } from '../actions';
import { FakeOrganizationAccounts } from './FakeOrganizationAccounts';
import { FakeRunClock } from './FakeRunClock';
import { runsServices } from './runsServices';

export const throughOrganizations = {
  managementAccountId: '100000000001',
  email: 'aws+{name}@acme.example',
  organizationalUnits: ['Workloads/Dev', 'ou-acme-sandbox0'],
  tags: { 'cost-center': '42' },
};

export const throughAft = {
  email: 'aws+{name}@acme.example',
  organizationalUnits: ['Workloads/Dev'],
  request: {
    kind: 'aft',
    repoUrl: 'github.com?owner=acme&repo=aft-account-request',
    ssoUser: {
      email: 'platform@acme.example',
      firstName: 'Platform',
      lastName: 'Team',
    },
  },
};

const unit = (id: string, path: string): OrganizationalUnit => ({
  id,
  path,
  name: path.split('/').at(-1) || 'Root',
  arn: `arn:aws:organizations::100000000001:ou/o-acme/${id}`,
  organizationId: 'o-acme',
  ...(path && { parentId: 'r-acme' }),
});

/** What a template asks for. */
export const shopDev = {
  name: 'shop-dev',
  owner: 'group:default/team-shop',
  organizationalUnit: 'Workloads/Dev',
  environment: 'dev',
  runtimes: ['ecs-fargate', 'lambda'],
  regions: ['us-east-1'],
};

/** The tags that it gets. */
export const shopDevTags = {
  'cost-center': '42',
  'soa:environment': 'dev',
  'soa:runtimes': 'ecs-fargate lambda',
  'soa:regions': 'us-east-1',
  'soa:owner': 'group:default/team-shop',
};

/** `aws:account:ensure` in front of an organisation in memory. */
export function vendingAction(
  options: {
    vending?: object;
    allowed?: string[];
    memberOf?: string[];
    known?: Account[];
  } = {},
) {
  const { vending = throughOrganizations, known = [] } = options;
  const organization = new FakeOrganizationAccounts();
  const clock = new FakeRunClock();
  const { auditor, permissions } = runsServices(options);
  const listOrganizationalUnits = jest.fn(async () => [
    unit('r-acme', ''),
    unit('ou-acme-dev00000', 'Workloads/Dev'),
    unit('ou-acme-prod0000', 'Workloads/Prod'),
    unit('ou-acme-sandbox0', 'Sandbox'),
    { ...unit('ou-other-dev0000', 'Workloads/Dev'), organizationId: 'o-2' },
  ]);
  const managedBy = jest.fn(() => organization);
  const config = mockServices.rootConfig({
    data: { soa: { accountVending: vending as {} } },
  });
  const action = createEnsureAccountAction({
    vending: Object.keys(vending).length
      ? readVendingSettings(config)
      : undefined,
    policy: {
      environments: ['dev', 'prod'],
      regions: ['us-east-1', 'eu-west-1'],
      platformOwners: ['group:default/team-platform'],
    },
    tagNames: readAccountTagNames(config),
    accounts: {
      listOrganizationalUnits,
      listAccounts: async () => ({ items: known }),
    },
    organizationAccounts: { managedBy },
    auditor,
    permissions,
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: options.memberOf ?? ['group:default/team-shop'],
      }),
    }),
    clock,
  });
  return {
    action,
    auditor,
    clock,
    listOrganizationalUnits,
    managedBy,
    organization,
  };
}
