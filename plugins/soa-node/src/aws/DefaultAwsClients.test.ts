import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { mockServices } from '@backstage/backend-test-utils';
import { FakeServer } from '../__testUtils__/FakeServer';
import type { FakeAnswer, ReceivedRequest } from '../__testUtils__/FakeServer';
import { DefaultAwsClients } from './DefaultAwsClients';

const MANAGEMENT = '111122223333';
const MEMBER = '444455556666';

function answerLikeAws({ headers, body }: ReceivedRequest): FakeAnswer {
  if (headers['x-amz-target']) {
    return { body: { Organization: { Id: 'o-1' }, Events: [] } };
  }
  const account = /iam%3A%3A(\d{12})/.exec(body)![1];
  return {
    body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
      <AccessKeyId>ASIA${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
      <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  };
}

describe('DefaultAwsClients', () => {
  let server: FakeServer;
  const environment = process.env.AWS_ENDPOINT_URL_STS;

  const clientsWith = (aws: object, soaAws: object) =>
    DefaultAwsClients.fromConfig(
      mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' },
            ...aws,
          },
          soa: { aws: soaAws as {} },
        },
      }),
    );

  const assumed = () =>
    server.requests
      .filter(({ headers }) => !headers['x-amz-target'])
      .map(({ body, headers }) => ({
        ...Object.fromEntries(new URLSearchParams(body)),
        by: /Credential=(\w+)/.exec(headers.authorization!)![1],
      }));

  const signedBy = () =>
    server.requests
      .filter(({ headers }) => headers['x-amz-target'])
      .map(
        ({ headers }) =>
          /Credential=(\w+\/\d+\/[\w-]+)/.exec(headers.authorization!)![1],
      )
      .map(credential => credential.replace(/\/\d+\//, ' '));

  beforeEach(async () => {
    delete process.env.AWS_ENDPOINT_URL_STS;
    server = await FakeServer.start();
    server.route(answerLikeAws);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    if (environment !== undefined) {
      process.env.AWS_ENDPOINT_URL_STS = environment;
    }
    await server.stop();
  });

  it('assumes the role of each account at the endpoint, once', async () => {
    const clients = clientsWith(
      {
        accountDefaults: { roleName: 'reader' },
        accounts: [
          {
            accountId: MANAGEMENT,
            roleName: 'organization-reader',
            externalId: 'ours',
            accessKeyId: 'AKIAOTHER',
            secretAccessKey: 'y',
          },
        ],
      },
      { endpoint: `${server.url}/` },
    );
    const organizations = await clients.organizations({
      accountId: MANAGEMENT,
    });
    await organizations.send(new DescribeOrganizationCommand({}));
    const trails = await Promise.all(
      ['us-east-1', 'eu-west-1'].map(region =>
        clients.cloudTrail({ accountId: MEMBER, region }),
      ),
    );
    await Promise.all(
      trails.map(trail => trail.send(new LookupEventsCommand({}))),
    );
    expect(assumed()).toEqual([
      expect.objectContaining({
        RoleArn: `arn:aws:iam::${MANAGEMENT}:role/organization-reader`,
        ExternalId: 'ours',
        by: 'AKIAOTHER',
      }),
      expect.objectContaining({
        RoleArn: `arn:aws:iam::${MEMBER}:role/reader`,
        RoleSessionName: 'backstage',
        by: 'AKIAMAIN',
      }),
    ]);
    expect(signedBy().sort()).toEqual([
      `ASIA${MANAGEMENT} us-east-1`,
      `ASIA${MEMBER} eu-west-1`,
      `ASIA${MEMBER} us-east-1`,
    ]);
  });

  it('leaves what needs no role to the credentials manager', async () => {
    const clients = clientsWith(
      {
        accounts: [
          {
            accountId: MANAGEMENT,
            accessKeyId: 'AKIASTATIC',
            secretAccessKey: 'y',
          },
        ],
      },
      { endpoint: server.url },
    );
    const client = await clients.organizations({ accountId: MANAGEMENT });
    await client.send(new DescribeOrganizationCommand({}));
    expect(assumed()).toEqual([]);
    expect(signedBy()).toEqual(['AKIASTATIC us-east-1']);
  });

  it("lets the SDK's own variable say where STS is where no endpoint is given", async () => {
    process.env.AWS_ENDPOINT_URL_STS = server.url;
    const clients = clientsWith(
      { accountDefaults: { roleName: 'reader' } },
      {},
    );
    const client = await clients.cloudTrail({
      accountId: MEMBER,
      region: 'eu-west-1',
    });
    const credentials = await client.config.credentials();
    expect(credentials.accessKeyId).toBe(`ASIA${MEMBER}`);
  });

  it('names the role that it may not assume', async () => {
    server.route(() => ({
      status: 403,
      body: '<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>',
    }));
    const clients = clientsWith(
      { accountDefaults: { roleName: 'reader' } },
      { endpoint: server.url },
    );
    const client = await clients.organizations({ accountId: MEMBER });
    await expect(
      client.send(new DescribeOrganizationCommand({})),
    ).rejects.toThrow(
      /Cannot assume arn:aws:iam::444455556666:role\/reader; caused by AccessDenied: not you/,
    );
  });

  it('names the account that it has no credentials for', async () => {
    const clients = clientsWith({ mainAccount: {} }, { endpoint: server.url });
    jest.replaceProperty(process, 'env', {
      ...process.env,
      AWS_ACCESS_KEY_ID: 'AKIAENV',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_ENDPOINT_URL_STS: server.url,
    });
    server.route(() => ({
      body: '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999999999999</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
    }));
    await expect(clients.organizations({ accountId: MEMBER })).rejects.toThrow(
      `no AWS integration that matches ${MEMBER}`,
    );
  });

  it('makes clients that retry adaptively, give up in time and say who they are', async () => {
    const clients = clientsWith(
      { accountDefaults: { roleName: 'reader' } },
      { endpoint: server.url },
    );
    const where = { accountId: MEMBER, region: 'us-east-1' };
    const client = await clients.cloudTrail(where);
    expect(client.config.retryMode).toBe('adaptive');
    expect(await client.config.maxAttempts()).toBe(10);
    expect(await clients.cloudTrail(where)).toBe(client);
    const other = await clients.organizations({ accountId: MANAGEMENT });
    expect(other.config.requestHandler).toBe(client.config.requestHandler);
    await client.send(new LookupEventsCommand({}));
    const handler = client.config.requestHandler as unknown as {
      httpHandlerConfigs(): object;
    };
    expect(handler.httpHandlerConfigs()).toMatchObject({
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
    });
    expect(server.requests.at(-1)!.headers['user-agent']).toContain(
      'backstage-soa',
    );
  });

  it('does not wait for ever for a role at the endpoint either', async () => {
    const send = jest.spyOn(STSClient.prototype, 'send');
    const clients = clientsWith(
      { accountDefaults: { roleName: 'reader' } },
      { endpoint: server.url },
    );
    const client = await clients.organizations({ accountId: MANAGEMENT });
    await client.send(new DescribeOrganizationCommand({}));
    const [sts] = send.mock.contexts as STSClient[];
    send.mockRestore();
    const handler = sts.config.requestHandler as unknown as {
      httpHandlerConfigs(): object;
    };
    expect(handler.httpHandlerConfigs()).toMatchObject({
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
    });
  });

  describe('where AWS refuses', () => {
    const ended = {
      status: 400,
      headers: { 'x-amzn-errortype': 'ExpiredTokenException' },
      body: { __type: 'ExpiredTokenException', message: 'ended' },
    };
    const isSts = ({ headers }: ReceivedRequest) => !headers['x-amz-target'];
    let given: number;

    const clientOf = () =>
      clientsWith(
        { accountDefaults: { roleName: 'reader' } },
        { endpoint: server.url },
      ).organizations({ accountId: MANAGEMENT });

    /** Gives each session another key. */
    const withSessions = (answer: (request: ReceivedRequest) => FakeAnswer) => {
      given = 0;
      server.route(request => {
        if (!isSts(request)) {
          return answer(request);
        }
        given += 1;
        const usual = answerLikeAws(request) as { body: string };
        return { body: usual.body.replace(/ASIA\d+/, `ASIA${given}`) };
      });
    };
    const keyOf = ({ headers }: ReceivedRequest) =>
      /Credential=(\w+)/.exec(headers.authorization!)![1];

    it('gets new credentials once for all requests whose session has ended', async () => {
      withSessions(request =>
        keyOf(request) === 'ASIA1' ? ended : answerLikeAws(request),
      );
      const client = await clientOf();
      const answers = await Promise.all(
        [1, 2, 3].map(() => client.send(new DescribeOrganizationCommand({}))),
      );
      answers.push(await client.send(new DescribeOrganizationCommand({})));
      expect(answers.map(({ Organization }) => Organization?.Id)).toEqual(
        Array(4).fill('o-1'),
      );
      expect(given).toBe(2);
    });

    it('gives up where the new ones have ended, too', async () => {
      withSessions(() => ended);
      const client = await clientOf();
      await expect(
        client.send(new DescribeOrganizationCommand({})),
      ).rejects.toMatchObject({ name: 'ExpiredTokenException' });
      expect(given).toBe(2);
    });

    it.each([
      ['InvalidSignatureException', 3_600_000],
      ['InvalidSignatureException', -3_600_000],
    ])('goes by the clock of AWS after %s, %d ms away', async (name, away) => {
      const awsNow = () => Date.now() + away;
      const date = () => new Date(awsNow()).toUTCString();
      withSessions((request): FakeAnswer => {
        const signed = String(request.headers['x-amz-date']).replace(
          /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
          '$1-$2-$3T$4:$5:$6Z',
        );
        return Math.abs(Date.parse(signed) - awsNow()) > 300_000
          ? {
              status: 400,
              headers: { date: date(), 'x-amzn-errortype': name },
              body: { __type: name, message: 'Signature expired' },
            }
          : {
              headers: { date: date() },
              body: { Organization: { Id: 'o-1' } },
            };
      });
      const client = await clientOf();
      const { Organization } = await client.send(
        new DescribeOrganizationCommand({}),
      );
      expect(Organization?.Id).toBe('o-1');
      await client.send(new DescribeOrganizationCommand({}));
      expect(server.requests.filter(one => !isSts(one))).toHaveLength(3);
      expect(client.config.systemClockOffset / away).toBeCloseTo(1, 1);
    });
  });

  it.each([
    ['aws', 'us-east-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-cn', 'cn-northwest-1'],
  ])('finds Organizations of partition %s in %s', async (partition, region) => {
    const clients = clientsWith(
      { accountDefaults: { roleName: 'reader', partition } },
      { endpoint: server.url },
    );
    const client = await clients.organizations({ accountId: MANAGEMENT });
    expect(await client.config.region()).toBe(region);
    await client.send(new DescribeOrganizationCommand({}));
    expect(assumed()[0]).toMatchObject({
      RoleArn: `arn:${partition}:iam::${MANAGEMENT}:role/reader`,
    });
  });

  it.each(['localhost:4566', 'ftp://aws', 'nonsense'])(
    'refuses the endpoint %s at once',
    endpoint => {
      expect(() => clientsWith({}, { endpoint })).toThrow(
        `soa.aws.endpoint is "${endpoint}": write a URL such as http://localhost:4566`,
      );
    },
  );
});
