import type {
  Account,
  CreateAccountStatus,
} from '@aws-sdk/client-organizations';
import type { AccountCreation } from './AccountCreation';
import type { OrganizationAccount } from './OrganizationAccount';

/** @throws if AWS has not given what it says that it always gives */
export function given(value: string | undefined, what: string): string {
  if (!value) {
    throw new Error(`AWS Organizations did not say ${what}`);
  }
  return value;
}

export function toAccount({
  Id,
  Name,
  Email,
  State,
  Status,
}: Account): OrganizationAccount {
  const id = given(Id, 'the id of an account');
  return {
    id,
    name: Name ?? id,
    email: Email ?? '',
    // Status is on its way out, and older servers know nothing else.
    state: State ?? Status ?? 'UNKNOWN',
  };
}

export function toCreation(
  status: CreateAccountStatus | undefined,
): AccountCreation {
  return {
    id: given(status?.Id, 'the id of a creation'),
    name: status?.AccountName,
    state: given(status?.State, 'the state of a creation'),
    accountId: status?.AccountId,
    failureReason: status?.FailureReason,
  };
}
