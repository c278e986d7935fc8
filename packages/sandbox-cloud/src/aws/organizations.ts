import {
  MANAGEMENT_ACCOUNT,
  ORGANIZATION_ID,
  ROOT_ID,
  policiesOf,
  unitId,
  units,
} from '../organisation';
import type {
  SandboxAccount,
  SandboxPolicy,
  SandboxUnit,
} from '../organisation';
import { accountWrites } from './accountWrites';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';
import type {
  OrganizationsContext,
  OrganizationsInput,
  OrganizationsOperation,
} from './OrganizationsOperation';
import { page } from './page';
import type { PageInput } from './page';

const ARN = `arn:aws:organizations::${MANAGEMENT_ACCOUNT}`;
const JOINED = Date.parse('2023-11-14T22:13:20Z') / 1_000;

const READS: Record<string, OrganizationsOperation> = {
  DescribeOrganization: (_, { organisation }) => ({
    Organization: {
      Id: ORGANIZATION_ID,
      Arn: `${ARN}:organization/${ORGANIZATION_ID}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `${ARN}:account/${ORGANIZATION_ID}/${MANAGEMENT_ACCOUNT}`,
      MasterAccountId: MANAGEMENT_ACCOUNT,
      MasterAccountEmail: organisation.account(MANAGEMENT_ACCOUNT)!.email,
    },
  }),
  DescribeAccount: ({ AccountId }, { organisation }) => {
    const account = organisation.account(AccountId);
    if (!account) {
      throw new AwsError(
        'AccountNotFoundException',
        "You specified an account that doesn't exist.",
      );
    }
    return { Account: toAccount(account) };
  },
  ListRoots: (input, context) => {
    const roots = [
      {
        Id: ROOT_ID,
        Arn: `${ARN}:root/${ORGANIZATION_ID}/${ROOT_ID}`,
        Name: 'Root',
        PolicyTypes: [],
      },
    ];
    const { items, NextToken } = pageOf(roots, input, context);
    return { Roots: items, NextToken };
  },
  ListOrganizationalUnitsForParent: (input, context) => {
    const parent = parentOf(input);
    const children = units.filter(({ parentId }) => parentId === parent);
    const { items, NextToken } = pageOf(children, input, context);
    return { OrganizationalUnits: items.map(toUnit), NextToken };
  },
  ListAccounts: (input, context) => {
    const all = context.organisation.accounts();
    const { items, NextToken } = pageOf(all, input, context);
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListAccountsForParent: (input, context) => {
    const parent = parentOf(input);
    const children = context.organisation
      .accounts()
      .filter(({ unit }) => unitId(unit) === parent);
    const { items, NextToken } = pageOf(children, input, context);
    return { Accounts: items.map(toAccount), NextToken };
  },
  ListParents: ({ ChildId }, { organisation }) => {
    const account = organisation.account(ChildId);
    if (!account) {
      throw new AwsError(
        'ChildNotFoundException',
        "You specified a child that doesn't exist.",
      );
    }
    const Id = unitId(account.unit);
    return {
      Parents: [{ Id, Type: Id === ROOT_ID ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }],
    };
  },
  ListPoliciesForTarget: (input, context) => {
    const { TargetId = '', Filter } = input;
    if (
      TargetId !== ROOT_ID &&
      !units.some(({ id }) => id === TargetId) &&
      !context.organisation.account(TargetId)
    ) {
      throw new AwsError(
        'TargetNotFoundException',
        'You specified a target that does not exist.',
      );
    }
    const policies = policiesOf(TargetId).filter(({ type }) => type === Filter);
    const { items, NextToken } = pageOf(policies, input, context);
    return { Policies: items.map(toPolicy), NextToken };
  },
  ListTagsForResource: (input, context) => {
    const account = context.organisation.account(input.ResourceId);
    if (!account) {
      throw new AwsError(
        'TargetNotFoundException',
        'You specified a target that does not exist.',
      );
    }
    const tags = Object.entries(account.tags);
    const { items, NextToken } = pageOf(tags, input, context);
    return { Tags: items.map(([Key, Value]) => ({ Key, Value })), NextToken };
  },
};

const OPERATIONS: Record<string, OrganizationsOperation> = {
  ...READS,
  ...accountWrites,
};

/** AWS Organizations, as far as the inventory reads it and accounts are made. */
export const organizationsOperations: readonly string[] =
  Object.keys(OPERATIONS);

/** @throws AwsError as AWS Organizations does */
export function answerOrganizations(
  operation: string,
  body: unknown,
  call: AwsCall,
  context: OrganizationsContext,
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
  return OPERATIONS[operation](body, context);
}

function pageOf<T>(
  items: readonly T[],
  input: PageInput,
  { isOdd }: OrganizationsContext,
) {
  return page(items, input, () => isOdd('empty-page'));
}

function parentOf({ ParentId }: OrganizationsInput): string {
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

function toPolicy({
  id,
  name,
  description,
  type,
  isAwsManaged,
}: SandboxPolicy) {
  const owner = isAwsManaged ? 'aws' : MANAGEMENT_ACCOUNT;
  const kind = type.toLocaleLowerCase('en-US');
  return {
    Id: id,
    Arn: `arn:aws:organizations::${owner}:policy/${
      isAwsManaged ? '' : `${ORGANIZATION_ID}/`
    }${kind}/${id}`,
    Name: name,
    Description: description,
    Type: type,
    AwsManaged: isAwsManaged,
  };
}

function toAccount({ id, name, email, state }: SandboxAccount) {
  return {
    Id: id,
    Arn: `${ARN}:account/${ORGANIZATION_ID}/${id}`,
    Email: email,
    Name: name,
    State: state,
    Status: state,
    JoinedMethod: id === MANAGEMENT_ACCOUNT ? 'INVITED' : 'CREATED',
    JoinedTimestamp: JOINED,
  };
}
