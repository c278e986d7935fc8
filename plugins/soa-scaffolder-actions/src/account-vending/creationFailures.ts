import type { AccountCreationFailure } from '@backstage-soa/plugin-soa-node';

const AGAIN = 'Then run this again.';

/** Why AWS has not made an account, and what to do, for people. */
const FAILURES: Readonly<Record<AccountCreationFailure, string>> = {
  ACCOUNT_LIMIT_EXCEEDED: `the organisation has as many accounts as it may have. Close some, or ask AWS Support for more in the management account. ${AGAIN}`,
  CONCURRENT_ACCOUNT_MODIFICATION:
    'another request for the same account is under way, and its end was not seen. Run this again: it goes on with that account.',
  EMAIL_ALREADY_EXISTS:
    'an account outside of this organisation has this e-mail address already, or had it until it was closed lately. Choose another name, or another address.',
  FAILED_BUSINESS_VALIDATION: `AWS could not validate the business of the management account. See to it in that account, with AWS Support. ${AGAIN}`,
  GOVCLOUD_ACCOUNT_ALREADY_EXISTS:
    'an account of AWS GovCloud (US) has this e-mail address already. Choose another name, or another address.',
  INTERNAL_FAILURE:
    'AWS failed within itself. Run this again in some minutes; if it stays so, ask AWS Support.',
  INVALID_ADDRESS: `the postal address of the management account is not valid, and new accounts take it over. Put it right there. ${AGAIN}`,
  INVALID_EMAIL:
    'AWS does not take the e-mail address. Choose another name, or have soa.accountVending.email put right.',
  INVALID_IDENTITY_FOR_BUSINESS_VALIDATION: `AWS could not validate the business of the management account, as its identity data is not valid. Put it right there. ${AGAIN}`,
  INVALID_PAYMENT_INSTRUMENT: `the management account has no payment method that AWS takes. Add one in its billing console. ${AGAIN}`,
  MISSING_BUSINESS_VALIDATION: `the management account has not been through AWS's validation of its business. See to it in that account. ${AGAIN}`,
  MISSING_PAYMENT_INSTRUMENT: `the management account has no payment method. Add one in its billing console. ${AGAIN}`,
  PENDING_BUSINESS_VALIDATION: `AWS is still validating the business of the management account. Wait for its end. ${AGAIN}`,
  UNKNOWN_BUSINESS_VALIDATION: `something is wrong with the validation of the business of the management account. Ask AWS Support. ${AGAIN}`,
  UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED:
    'AWS could not give the account its tags together with a resource policy. Ask AWS Support.',
};

/** Those after which the account may be there all the same: somebody else's request made it. */
export const MAY_BE_THERE: readonly string[] = [
  'CONCURRENT_ACCOUNT_MODIFICATION',
  'EMAIL_ALREADY_EXISTS',
] satisfies AccountCreationFailure[];

/**
 * Why AWS has not made an account.
 *
 * @param reason - of the creation; one that nobody knows is named as it is
 */
export function creationFailure(reason: string | undefined): string {
  return (
    FAILURES[reason as AccountCreationFailure] ??
    `AWS gives ${
      reason ? `"${reason}"` : 'nothing'
    } as the reason. Look at the creation in AWS Organizations, then run this again.`
  );
}
