import { accounts } from '../organisation';
import { accessKeyFor } from './AwsCall';
import { AwsError } from './AwsError';

/** STS's AssumeRole, as the query protocol writes it. */
export function assumeRole(
  form: Readonly<Record<string, unknown>>,
  now: number,
): string {
  const match = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(
    String(form.RoleArn ?? ''),
  );
  if (!match || !accounts.some(({ id }) => id === match[1])) {
    throw new AwsError(
      'AccessDenied',
      `User is not authorized to perform: sts:AssumeRole on resource: ${form.RoleArn}`,
      403,
    );
  }
  const [, account, role] = match;
  const session = String(form.RoleSessionName ?? 'session').replace(
    /[^\w+=,.@-]/g,
    '',
  );
  return `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <AssumedRoleUser>
      <AssumedRoleId>AROASANDBOX000000000:${session}</AssumedRoleId>
      <Arn>arn:aws:sts::${account}:assumed-role/${role}/${session}</Arn>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>${accessKeyFor(account)}</AccessKeyId>
      <SecretAccessKey>sandbox</SecretAccessKey>
      <SessionToken>sandbox</SessionToken>
      <Expiration>${new Date(now + 3_600_000).toISOString()}</Expiration>
    </Credentials>
  </AssumeRoleResult>
  <ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata>
</AssumeRoleResponse>`;
}
