import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsClients } from './AwsClients';

// AWS Organizations throttles below its documented limits at some hundreds of
// accounts: adaptive retries slow down first, and give up late.
const RETRIES = { retryMode: 'adaptive', maxAttempts: 10 };
const ORGANIZATIONS_REGION = 'us-east-1';

/** One client for each account and Region, made when it is first asked for. */
export class DefaultAwsClients implements AwsClients {
  readonly #clients = new Map<string, Promise<unknown>>();

  static fromConfig(config: RootConfigService): DefaultAwsClients {
    const endpoint = config.getOptionalString('soa.aws.endpoint');
    if (endpoint !== undefined && !URL.canParse(endpoint)) {
      throw new InputError(
        `soa.aws.endpoint is "${endpoint}": write a URL such as http://localhost:4566`,
      );
    }
    return new DefaultAwsClients(
      DefaultAwsCredentialsManager.fromConfig(config),
      endpoint,
    );
  }

  constructor(
    private readonly credentialsManager: AwsCredentialsManager,
    private readonly endpoint: string | undefined,
  ) {}

  organizations(options: { accountId: string }): Promise<OrganizationsClient> {
    return this.#client(
      { ...options, region: ORGANIZATIONS_REGION },
      OrganizationsClient,
    );
  }

  cloudTrail(options: {
    accountId: string;
    region: string;
  }): Promise<CloudTrailClient> {
    return this.#client(options, CloudTrailClient);
  }

  #client<T>(
    options: { accountId: string; region: string },
    Client: new (config: {
      region: string;
      endpoint?: string;
      credentials: Awaited<
        ReturnType<AwsCredentialsManager['getCredentialProvider']>
      >['sdkCredentialProvider'];
      retryMode: string;
      maxAttempts: number;
      customUserAgent: string;
    }) => T,
  ): Promise<T> {
    const { accountId, region } = options;
    const key = `${Client.name}/${accountId}/${region}`;
    const known = this.#clients.get(key);
    if (known) {
      return known as Promise<T>;
    }
    const made = this.credentialsManager
      .getCredentialProvider({ accountId })
      .then(
        ({ sdkCredentialProvider }) =>
          new Client({
            region,
            ...(this.endpoint && { endpoint: this.endpoint }),
            credentials: sdkCredentialProvider,
            customUserAgent: 'backstage-soa',
            ...RETRIES,
          }),
      );
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }
}
