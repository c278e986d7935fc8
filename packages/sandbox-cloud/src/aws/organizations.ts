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
import type { PageInput } from './page';

const ARN = `arn:aws:organizations::${MANAGEMENT_ACCOUNT}`;
const JOINED = Date.parse('2023-11-14T22:13:20Z') / 1_000;

interface Input extends PageInput {
  ParentId?: string;
  ResourceId?: string;
}

type Operation = (input: Input, isEmpty: () => boolean) => unknown;

const OPERATIONS: Record<string, Operation> = {
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
  ListRoots: (input, isEmpty) => {
    const roots = [
      {
        Id: ROOT_ID,
        Arn: `${ARN}:root/${ORGANIZATION_ID}/${ROOT_ID}`,
        Name: 'Root',
        PolicyTypes: [],
      },
    ];
    const { items, NextToken } = page(roots, input, isEmpty);
    return { Roots: items, NextToken };
  },
  ListOrganizationalUnitsForParent: (input, isEmpty) => {
    const parent = parentOf(input);
    const children = units.filter(({ parentId }) => parentId === parent);
    const { items, NextToken } = page(children, input, isEmpty);
    return { OrganizationalUnits: items.map(toUnit), NextToken };
  },
  ListAccounts: (input, isEmpty) => {
    const { items, NextToken } = page(accounts, input, isEmpty);
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListAccountsForParent: (input, isEmpty) => {
    const parent = parentOf(input);
    const children = accounts.filter(({ unit }) => unitId(unit) === parent);
    const { items, NextToken } = page(children, input, isEmpty);
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListTagsForResource: (input, isEmpty) => {
    const account = accounts.find(({ id }) => id === input.ResourceId);
    if (!account) {
      throw new AwsError(
        'TargetNotFoundException',
        'You specified a target that does not exist.',
      );
    }
    const tags = Object.entries(account.tags);
    const { items, NextToken } = page(tags, input, isEmpty);
    return { Tags: items.map(([Key, Value]) => ({ Key, Value })), NextToken };
  },
};

/** AWS Organizations, as far as the inventory reads it. */
export const organizationsOperations: readonly string[] =
  Object.keys(OPERATIONS);

/**
 * @param isEmpty - whether the page that this gives shall be empty
 * @throws AwsError as AWS Organizations does
 */
export function answerOrganizations(
  operation: string,
  body: unknown,
  call: AwsCall,
  isEmpty: () => boolean,
): unknown {
  if (call.account !== MANAGEMENT_ACCOUNT) {
    throw new AwsError(
      'AccessDeniedException',
      "You don't have permissions to access this resource.",
    );
  }
  if (typeof body !== 'object' || body === null) {
    throw new AwsError('SerializationException', 'The body is no object.');
  }
  return OPERATIONS[operation](body, isEmpty);
}

function parentOf({ ParentId }: Input): string {
  if (
    ParentId !== ROOT_ID &&
    !units.some(({ id }: SandboxUnit) => id === ParentId)
  ) {
    throw new AwsError(
      'ParentNotFoundException',
      "You specified a parent that doesn't exist.",
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
    JoinedMethod: id === MANAGEMENT_ACCOUNT ? 'INVITED' : 'CREATED',
    JoinedTimestamp: JOINED,
  };
}

function email(id: string): string {
  return `aws+${id}@acme.example`;
}
