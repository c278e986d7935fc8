import { CREATION_FAILURES } from '../misbehaviour';
import { ROOT_ID, unitId, units } from '../organisation';
import type { SandboxCreation } from '../organisation';
import { AwsError } from './AwsError';
import type {
  AwsTag,
  OrganizationsContext,
  OrganizationsOperation,
} from './OrganizationsOperation';
import { page } from './page';

/** How many accounts AWS makes at a time. */
const MOST_AT_ONCE = 5;

const createAccount: OrganizationsOperation = (
  { AccountName, Email, Tags },
  context,
) => {
  refuseConcurrent(context);
  if (!AccountName || !Email?.includes('@')) {
    throw new AwsError(
      'InvalidInputException',
      'You provided a value that does not match the required pattern.',
    );
  }
  const { organisation, isOdd } = context;
  const underWay = organisation
    .creations()
    .filter(creation => organisation.stateOf(creation) === 'IN_PROGRESS');
  if (underWay.length >= MOST_AT_ONCE) {
    throw new AwsError(
      'ConstraintViolationException',
      'You have exceeded the number of accounts that can be in progress at a time.',
      400,
      { Reason: 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED' },
    );
  }
  const failure = CREATION_FAILURES.find(kind => isOdd(kind));
  const creation = organisation.create(
    { name: AccountName, email: Email, tags: fromTags(Tags) },
    failure?.toLocaleUpperCase('en-US').replaceAll('-', '_'),
  );
  return { CreateAccountStatus: toStatus(creation, context) };
};

const describeCreateAccountStatus: OrganizationsOperation = (
  { CreateAccountRequestId },
  context,
) => {
  const creation = context.organisation
    .creations()
    .find(({ id }) => id === CreateAccountRequestId);
  if (!creation) {
    throw new AwsError(
      'CreateAccountStatusNotFoundException',
      "We can't find a create account request with the CreateAccountRequestId that you specified.",
    );
  }
  return { CreateAccountStatus: toStatus(creation, context) };
};

const listCreateAccountStatus: OrganizationsOperation = (
  { States, ...input },
  context,
) => {
  const { organisation, isOdd } = context;
  const creations = organisation
    .creations()
    .filter(one => !States || States.includes(organisation.stateOf(one)));
  const { items, NextToken } = page(creations, input, () =>
    isOdd('empty-page'),
  );
  return {
    CreateAccountStatuses: items.map(one => toStatus(one, context)),
    NextToken,
  };
};

const moveAccount: OrganizationsOperation = (
  { AccountId, SourceParentId, DestinationParentId },
  context,
) => {
  refuseConcurrent(context);
  const account = context.organisation.account(AccountId);
  if (!account) {
    throw new AwsError(
      'AccountNotFoundException',
      "You specified an account that doesn't exist.",
    );
  }
  if (unitId(account.unit) !== SourceParentId) {
    throw new AwsError(
      'SourceParentNotFoundException',
      "You specified a source parent that doesn't exist.",
    );
  }
  const to = units.find(({ id }) => id === DestinationParentId);
  if (!to && DestinationParentId !== ROOT_ID) {
    throw new AwsError(
      'DestinationParentNotFoundException',
      "You specified a destination container that doesn't exist.",
    );
  }
  context.organisation.change(account, { unit: to?.path ?? '' });
  return {};
};

const tagResource: OrganizationsOperation = ({ ResourceId, Tags }, context) => {
  refuseConcurrent(context);
  const account = context.organisation.account(ResourceId);
  if (!account) {
    throw new AwsError(
      'TargetNotFoundException',
      'You specified a target that does not exist.',
    );
  }
  const tags = { ...account.tags, ...fromTags(Tags) };
  context.organisation.change(account, { tags });
  return {};
};

/** How accounts are made, moved and tagged. */
export const accountWrites: Record<string, OrganizationsOperation> = {
  CreateAccount: createAccount,
  DescribeCreateAccountStatus: describeCreateAccountStatus,
  ListCreateAccountStatus: listCreateAccountStatus,
  MoveAccount: moveAccount,
  TagResource: tagResource,
};

function refuseConcurrent({ isOdd }: OrganizationsContext): void {
  if (isOdd('concurrent-modification')) {
    throw new AwsError(
      'ConcurrentModificationException',
      'The target of the operation is currently being modified by a different request. Try again later.',
    );
  }
}

function fromTags(tags: readonly AwsTag[] = []): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

function toStatus(
  creation: SandboxCreation,
  { organisation }: OrganizationsContext,
) {
  const state = organisation.stateOf(creation);
  return {
    Id: creation.id,
    AccountName: creation.name,
    State: state,
    RequestedTimestamp: creation.requestedAt / 1_000,
    ...(state !== 'IN_PROGRESS' && {
      CompletedTimestamp: creation.completesAt / 1_000,
    }),
    ...(state === 'SUCCEEDED' && { AccountId: creation.accountId }),
    ...(state === 'FAILED' && { FailureReason: creation.failureReason }),
  };
}
