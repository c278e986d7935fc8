import { MANAGEMENT_ACCOUNT } from '../organisation';
import type { Organisation } from '../organisation';
import { AwsError } from './AwsError';

/** Who calls, and where to, as a SigV4 signature says it. */
export interface AwsCall {
  account: string;
  region: string;
  accessKeyId: string;
}

const CREDENTIAL =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/\d{8}\/([a-z0-9-]+)\/[a-z0-9-]+\/aws4_request/;
const TEMPORARY_KEY = /^ASIASANDBOX0(\d{12})$/;

/** Access keys that STS has given out carry the account that they are for. */
export function accessKeyFor(account: string): string {
  return `ASIASANDBOX0${account}`;
}

/**
 * Reads who calls from the signature, which nobody checks: keys that STS has
 * not given out are the management account's.
 *
 * @throws AwsError if the request is not signed, or for an account that is not there
 */
export function readAwsCall(
  authorization: string | undefined,
  organisation: Organisation,
): AwsCall {
  const match = CREDENTIAL.exec(authorization ?? '');
  if (!match) {
    throw new AwsError(
      'MissingAuthenticationTokenException',
      'Request is missing Authentication Token',
    );
  }
  const [, accessKeyId, region] = match;
  const account = TEMPORARY_KEY.exec(accessKeyId)?.[1] ?? MANAGEMENT_ACCOUNT;
  if (!organisation.account(account)) {
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  return { accessKeyId, region, account };
}
