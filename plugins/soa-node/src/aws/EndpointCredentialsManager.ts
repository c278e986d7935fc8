import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type {
  AwsCredentialProvider,
  AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { readAccountRole } from './readAccountRole';
import type { AccountRole } from './readAccountRole';
import { REQUEST_TIMEOUTS } from './requestTimeouts';

/**
 * Assumes roles at an endpoint of its own. Backstage's manager takes no
 * endpoint: its credentials would go from AWS's STS to somebody else's server.
 */
export class EndpointCredentialsManager implements AwsCredentialsManager {
  constructor(
    private readonly config: RootConfigService,
    private readonly endpoint: string,
    /** Knows all that needs no role. */
    private readonly manager: AwsCredentialsManager,
  ) {}

  async getCredentialProvider(options?: {
    accountId?: string;
    arn?: string;
  }): Promise<AwsCredentialProvider> {
    const accountId = options?.accountId;
    const role = accountId && readAccountRole(this.config, accountId);
    if (!role) {
      return this.manager.getCredentialProvider(options);
    }
    const { sdkCredentialProvider } =
      await this.manager.getCredentialProvider();
    const sts = new STSClient({
      endpoint: this.endpoint,
      region: role.region,
      credentials: role.credentials ?? sdkCredentialProvider,
      requestHandler: REQUEST_TIMEOUTS,
      customUserAgent: 'backstage-soa',
    });
    return {
      accountId,
      stsRegion: role.region,
      sdkCredentialProvider: () => assume(role, sts),
    };
  }
}

async function assume({ arn, externalId }: AccountRole, sts: STSClient) {
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: arn,
        RoleSessionName: 'backstage',
        ExternalId: externalId,
      }),
    );
    return {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken,
      expiration: Credentials!.Expiration,
    };
  } catch (error) {
    throw new ForwardedError(`Cannot assume ${arn}`, error);
  }
}
