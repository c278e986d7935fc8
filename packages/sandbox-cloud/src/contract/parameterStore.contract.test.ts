import {
  GetParametersByPathCommand,
  paginateGetParametersByPath,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { mockServices } from '@backstage/backend-test-utils';
import { awsClientsFrom } from './__testUtils__/clients';
import { startSandboxCloud } from '../startSandboxCloud';

const moto = process.env.SOA_MOTO_ENDPOINT;

const PATH = '/soa/platform/prod';

async function clientOf(endpoint: string, region: string): Promise<SSMClient> {
  const clients = await awsClientsFrom(
    mockServices.rootConfig({
      data: {
        aws: {
          mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
          accountDefaults: { roleName: 'soa-reader' },
        },
        soa: { aws: { endpoint } },
      },
    }),
  );
  return clients.ssm({ accountId: '100000000101', region });
}

/** What Parameter Store gives whoever looks for a platform, on whatever server. */
function contract(
  build: () => Promise<{ endpoint: string; stop(): Promise<void> }>,
) {
  let target: Awaited<ReturnType<typeof build>>;
  const find = async (path: string, region = 'us-east-1') => {
    const client = await clientOf(target.endpoint, region);
    const { Parameters } = await client.send(
      new GetParametersByPathCommand({ Path: path, MaxResults: 1 }),
    );
    return Parameters;
  };

  beforeAll(async () => {
    target = await build();
  }, 60_000);

  afterAll(() => target.stop());

  it('gives one parameter of a platform, if one is asked for', async () => {
    expect(await find(PATH)).toEqual([
      expect.objectContaining({
        Name: expect.stringMatching(/^\/soa\/platform\/prod\/[a-z-]+$/),
        Type: 'String',
      }),
    ]);
  });

  it('gives all of a platform, page by page', async () => {
    const client = await clientOf(target.endpoint, 'us-east-1');
    const names: string[] = [];
    let pages = 0;
    for await (const { Parameters = [] } of paginateGetParametersByPath(
      { client, pageSize: 1 },
      { Path: PATH },
    )) {
      pages += 1;
      names.push(...Parameters.map(({ Name }) => Name!));
    }
    expect(pages).toBeGreaterThanOrEqual(names.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([`${PATH}/kms-key-arn`, `${PATH}/vpc-id`]),
    );
  });

  it('gives an empty list where there is none', async () => {
    expect(await find('/soa/platform/qa')).toEqual([]);
    expect(await find('/soa/platform/pro')).toEqual([]);
    expect(await find(PATH, 'ap-south-1')).toEqual([]);
  });
}

describe('Parameter Store of the sandbox cloud', () => {
  contract(async () => {
    const { url, stop } = await startSandboxCloud();
    return { endpoint: url, stop };
  });
});

(moto ? describe : describe.skip)('Parameter Store of moto', () => {
  contract(async () => {
    const client = await clientOf(moto!, 'us-east-1');
    for (const name of ['kms-key-arn', 'vpc-id']) {
      await client.send(
        new PutParameterCommand({
          Name: `${PATH}/${name}`,
          Value: 'x',
          Type: 'String',
          Overwrite: true,
        }),
      );
    }
    return { endpoint: moto!, stop: async () => {} };
  });
});
