import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  AwsCredentialProvider,
  AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { readHttpUrl } from '../config';
import type { AwsClients } from './AwsClients';
import { EndpointCredentialsManager } from './EndpointCredentialsManager';
import { loadEc2 } from './loadEc2';
import { memoizeCredentials } from './memoizeCredentials';
import { organizationsRegion } from './organizationsRegion';
import { readPartition } from './readAccountRole';
import { renewCredentials } from './renewCredentials';
import { REQUEST_TIMEOUTS } from './requestTimeouts';
import { RecentlyUsed } from '../recent';

type CredentialProvider = AwsCredentialProvider['sdkCredentialProvider'];

interface ClientConfig {
  region: string;
  endpoint?: string;
  credentials: CredentialProvider;
  requestHandler: object;
  retryMode: string;
  maxAttempts: number;
  customUserAgent: string;
}

interface AwsClient {
  config: { requestHandler: object; credentials: unknown };
  middlewareStack: { add: unknown };
}

// AWS Organizations throttles below its documented limits at some hundreds of
// accounts: adaptive retries slow down first, and give up late.
const RETRIES = { retryMode: 'adaptive', maxAttempts: 10 };
// A client takes some 20 kB, and there is one for each account and Region.
const MOST_CLIENTS = 1_000;

/** One client for each account and Region, made when it is first asked for. */
export class DefaultAwsClients implements AwsClients {
  readonly #clients = new RecentlyUsed<unknown>(MOST_CLIENTS);
  readonly #credentials = new Map<string, Promise<CredentialProvider>>();
  /** Of the first client, for all: it holds the connections. */
  #requestHandler: object = REQUEST_TIMEOUTS;

  static fromConfig(config: RootConfigService): DefaultAwsClients {
    const value = config.getOptionalString('soa.aws.endpoint');
    const endpoint =
      value && readHttpUrl(value, 'soa.aws.endpoint', 'http://localhost:4566');
    const manager = DefaultAwsCredentialsManager.fromConfig(config);
    return new DefaultAwsClients({
      credentialsManager: endpoint
        ? new EndpointCredentialsManager(config, endpoint, manager)
        : manager,
      partitionOf: accountId => readPartition(config, accountId),
      endpoint,
    });
  }

  constructor(
    private readonly options: {
      credentialsManager: AwsCredentialsManager;
      partitionOf: (accountId: string) => string;
      endpoint?: string;
    },
  ) {}

  organizations({ accountId }: { accountId: string }) {
    const region = organizationsRegion(this.options.partitionOf(accountId));
    return this.#client({ accountId, region }, OrganizationsClient);
  }

  cloudTrail(options: { accountId: string; region: string }) {
    return this.#client(options, CloudTrailClient);
  }

  cloudWatch(options: { accountId: string; region: string }) {
    return this.#client(options, CloudWatchClient);
  }

  ec2(options: { accountId: string; region: string }) {
    return this.#client(options, loadEc2().EC2Client);
  }

  ssm(options: { accountId: string; region: string }) {
    return this.#client(options, SSMClient);
  }

  async #client<T extends AwsClient>(
    { accountId, region }: { accountId: string; region: string },
    Client: new (config: ClientConfig) => T,
  ): Promise<T> {
    const credentials = await this.#credentialsOf(accountId);
    return this.#clients.get(`${Client.name}/${accountId}/${region}`, () => {
      const client = new Client({
        region,
        ...(this.options.endpoint && { endpoint: this.options.endpoint }),
        credentials,
        requestHandler: this.#requestHandler,
        customUserAgent: 'backstage-soa',
        ...RETRIES,
      });
      this.#requestHandler = client.config.requestHandler;
      renewCredentials(client);
      return client;
    }) as T;
  }

  #credentialsOf(accountId: string): Promise<CredentialProvider> {
    const known = this.#credentials.get(accountId);
    if (known) {
      return known;
    }
    const made = this.options.credentialsManager
      .getCredentialProvider({ accountId })
      .then(provider => memoizeCredentials(provider.sdkCredentialProvider));
    this.#credentials.set(accountId, made);
    made.catch(() => this.#credentials.delete(accountId));
    return made;
  }
}
