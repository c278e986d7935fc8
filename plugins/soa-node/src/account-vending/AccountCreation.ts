import type { CreateAccountFailureReason } from '@aws-sdk/client-organizations';

/**
 * Why AWS has not made an account, as far as its SDK knows reasons.
 *
 * @public
 */
export type AccountCreationFailure = CreateAccountFailureReason;

/**
 * A request to AWS Organizations to create an account.
 *
 * @public
 */
export interface AccountCreation {
  /** `car-…` */
  id: string;
  /** What the account is called; AWS does not say which e-mail address it has. */
  name?: string;
  /** `IN_PROGRESS`, `SUCCEEDED` or `FAILED`; others may come. */
  state: string;
  /** Of what has succeeded. */
  accountId?: string;
  /** Of what has failed; others may come. */
  failureReason?: AccountCreationFailure | (string & {});
}
