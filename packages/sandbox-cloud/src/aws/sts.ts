import { randomUUID } from 'node:crypto';
import type { Organisation } from '../organisation';
import { accessKeyFor } from './AwsCall';
import { AwsError } from './AwsError';
import { xmlText } from './xmlText';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const HOUR_MS = 3_600_000;

/**
 * STS's AssumeRole, as the query protocol writes it. Every active account of
 * the organisation trusts whoever asks, whatever the role.
 *
 * @throws AwsError as STS does
 */
export function assumeRole(
  form: Readonly<Record<string, unknown>>,
  now: number,
  organisation: Organisation,
): string {
  const roleArn = String(form.RoleArn ?? '');
  const session = String(form.RoleSessionName ?? '');
  if (!/^[\w+=,.@-]{2,64}$/.test(session)) {
    throw new AwsError(
      'ValidationError',
      "Value at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    );
  }
  const match = /^arn:aws:iam::(\d{12}):role\/([\w+=,.@/-]+)$/.exec(roleArn);
  const account = organisation.account(match?.[1]);
  if (!match || account?.state !== 'ACTIVE') {
    throw new AwsError(
      'AccessDenied',
      `User is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      403,
    );
  }
  const role = match[2].split('/').at(-1);
  return `<AssumeRoleResponse xmlns="${NAMESPACE}">
  <AssumeRoleResult>
    <AssumedRoleUser>
      <AssumedRoleId>AROASANDBOX0000000000:${session}</AssumedRoleId>
      <Arn>arn:aws:sts::${account.id}:assumed-role/${role}/${session}</Arn>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>${accessKeyFor(account.id)}</AccessKeyId>
      <SecretAccessKey>sandbox</SecretAccessKey>
      <SessionToken>sandbox</SessionToken>
      <Expiration>${new Date(now + HOUR_MS).toISOString()}</Expiration>
    </Credentials>
  </AssumeRoleResult>
  <ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>
</AssumeRoleResponse>`;
}

/** An error as the query protocol writes it. */
export function stsError(code: string, message: string): string {
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${xmlText(
    message,
  )}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
}
