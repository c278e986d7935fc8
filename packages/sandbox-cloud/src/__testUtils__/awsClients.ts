import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { SandboxCloud } from '../startSandboxCloud';

const MAIN = { accessKeyId: 'AKIASANDBOX000000001', secretAccessKey: 'test' };

/** Clients that ask once, so that a test sees every refusal. */
export function awsClients({ url }: SandboxCloud) {
  const common = { endpoint: url, region: 'us-east-1', maxAttempts: 1 };
  const sts = new STSClient({ ...common, credentials: MAIN });

  /** Takes on a role in the account first. */
  const credentialsFor = async (account: string) => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${account}:role/soa-reader`,
        RoleSessionName: 'test',
      }),
    );
    return {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    };
  };
  return {
    sts,
    organizations: async (account?: string) =>
      new OrganizationsClient({
        ...common,
        credentials: account ? await credentialsFor(account) : MAIN,
      }),
    cloudTrail: async (account: string, region = 'us-east-1') =>
      new CloudTrailClient({
        ...common,
        region,
        credentials: await credentialsFor(account),
      }),
  };
}
