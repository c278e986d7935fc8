import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

interface AwsError {
  name?: string;
  message?: string;
  Reason?: string;
}

const TOO_MANY_UNDER_WAY = 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED';
const NO_MORE = ['ACCOUNT_NUMBER_LIMIT_EXCEEDED', 'MAX_LIMIT_EXCEEDED'];

/** Whether AWS may do a little later what it refuses now. */
export function isPassing(error: unknown): boolean {
  const { name, Reason } = error as AwsError;
  return (
    name === 'ConcurrentModificationException' ||
    name === 'TooManyRequestsException' ||
    (name === 'ConstraintViolationException' && Reason === TOO_MANY_UNDER_WAY)
  );
}

/** Whether AWS does not know something, as of what was made a moment ago. */
export function isUnknownYet(error: unknown): boolean {
  return /^(Account|Child|Target|CreateAccountStatus|Parent|SourceParent)NotFoundException$/.test(
    (error as AwsError).name ?? '',
  );
}

/** What AWS Organizations refuses, with what to do; other errors as they are. */
export function organizationsProblem(
  error: unknown,
  managementAccountId: string,
): unknown {
  const { name, message, Reason } = error as AwsError;
  switch (name) {
    case 'AccessDeniedException':
      return new NotAllowedError(
        `AWS Organizations does not allow this to the portal's role in the management account ${managementAccountId}: ${message} Give it the policy for making accounts in the README of soa-node.`,
      );
    case 'AWSOrganizationsNotInUseException':
      return new InputError(
        `soa.accountVending.managementAccountId: ${managementAccountId} is in no organisation: name the account that manages it`,
      );
    case 'FinalizingOrganizationException':
      return new ServiceUnavailableError(
        'AWS is still setting the organisation up, which can take an hour: run this again then. If it stays so, ask AWS Support.',
      );
    case 'ConstraintViolationException':
      return NO_MORE.includes(Reason ?? '')
        ? new InputError(
            'The organisation has as many accounts as it may have: close some, or ask AWS Support for more in the management account.',
          )
        : new InputError(
            `AWS Organizations does not do this (${
              Reason ?? 'without a reason'
            }): ${message}`,
          );
    case 'InvalidInputException':
      return new InputError(
        `AWS Organizations does not take this (${
          Reason ?? 'without a reason'
        }): ${message}`,
      );
    case 'DuplicateAccountException':
    case 'SourceParentNotFoundException':
      return new ConflictError(
        `organizationalUnit: somebody else has moved the account meanwhile: run this again. ${message}`,
      );
    case 'ConcurrentModificationException':
    case 'ServiceException':
    case 'TooManyRequestsException':
      return new ServiceUnavailableError(
        `AWS Organizations has not done this so far: ${message} Run this again with the same input: it goes on where this has stopped.`,
      );
    default:
      return error;
  }
}
