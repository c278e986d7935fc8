import {
  accounts,
  MANAGEMENT_ACCOUNT,
  ORGANIZATION_ID,
  ROOT_ID,
  unitId,
  units,
} from '../organisation';
import type { SandboxAccount, SandboxUnit } from '../organisation';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';
import { page } from './page';

const ARN = `arn:aws:organizations::${MANAGEMENT_ACCOUNT}`;
// As AWS does, pages are smaller than what was asked for.
const LARGEST_PAGE = 20;

interface Input {
  NextToken?: string;
  MaxResults?: number;
  ParentId?: string;
  ResourceId?: string;
}

/** AWS Organizations, as far as the inventory reads it. */
export const organizationsOperations: Record<
  string,
  (input: Input, call: AwsCall) => unknown
> = {
  DescribeOrganization: () => ({
    Organization: {
      Id: ORGANIZATION_ID,
      Arn: `${ARN}:organization/${ORGANIZATION_ID}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `${ARN}:account/${ORGANIZATION_ID}/${MANAGEMENT_ACCOUNT}`,
      MasterAccountId: MANAGEMENT_ACCOUNT,
      MasterAccountEmail: email(MANAGEMENT_ACCOUNT),
    },
  }),
  ListRoots: () => ({
    Roots: [
      {
        Id: ROOT_ID,
        Arn: `${ARN}:root/${ORGANIZATION_ID}/${ROOT_ID}`,
        Name: 'Root',
        PolicyTypes: [],
      },
    ],
  }),
  ListOrganizationalUnitsForParent: input => {
    const { items, NextToken } = page(
      units.filter(({ parentId }) => parentId === parentOf(input)),
      input,
      LARGEST_PAGE,
    );
    return { OrganizationalUnits: items.map(toUnit), NextToken };
  },
  ListAccounts: input => {
    const { items, NextToken } = page(accounts, input, LARGEST_PAGE);
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListAccountsForParent: input => {
    const { items, NextToken } = page(
      accounts.filter(({ unit }) => unitId(unit) === parentOf(input)),
      input,
      LARGEST_PAGE,
    );
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListTagsForResource: ({ ResourceId }) => {
    const account = accounts.find(({ id }) => id === ResourceId);
    if (!account) {
      throw new AwsError(
        'TargetNotFoundException',
        'You specified a target that does not exist.',
      );
    }
    return {
      Tags: Object.entries(account.tags).map(([Key, Value]) => ({
        Key,
        Value,
      })),
    };
  },
};

function parentOf({ ParentId }: Input): string {
  if (
    ParentId !== ROOT_ID &&
    !units.some(({ id }: SandboxUnit) => id === ParentId)
  ) {
    throw new AwsError(
      'ParentNotFoundException',
      'You provided parent that does not exist.',
    );
  }
  return ParentId!;
}

function toUnit({ id, name }: SandboxUnit) {
  return { Id: id, Arn: `${ARN}:ou/${ORGANIZATION_ID}/${id}`, Name: name };
}

function toAccount({ id, name, state }: SandboxAccount) {
  return {
    Id: id,
    Arn: `${ARN}:account/${ORGANIZATION_ID}/${id}`,
    Email: email(id),
    Name: name,
    State: state,
    Status: state,
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_700_000_000,
  };
}

function email(id: string): string {
  return `aws+${id}@acme.example`;
}
