import { randomInt } from 'node:crypto';
import {
  AssociateVpcCidrBlockCommand,
  CreateVpcCommand,
} from '@aws-sdk/client-ec2';
import { mockServices } from '@backstage/backend-test-utils';
import { readVpcs } from '@backstage-soa/plugin-soa-node';
import type { VpcRange } from '@backstage-soa/plugin-soa-node';
import { awsClientsFrom } from './__testUtils__/clients';
import { control } from '../__testUtils__/control';
import { startSandboxCloud } from '../startSandboxCloud';

const moto = process.env.SOA_MOTO_ENDPOINT;

const place = { accountId: '100000000101', region: 'us-east-1' };

function clientsOf(endpoint: string) {
  return awsClientsFrom(
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
}

/** What is known of the VPCs of an account and Region, on whatever server. */
function contract(
  build: () => Promise<{
    endpoint: string;
    accountId: string;
    /** What is there beside a VPC that AWS makes by itself. */
    cidrs: string[];
    stop(): Promise<void>;
  }>,
) {
  let target: Awaited<ReturnType<typeof build>>;
  const read = async ({ region } = place) =>
    (
      await readVpcs(await clientsOf(target.endpoint), {
        accountId: target.accountId,
        region,
      })
    ).filter(({ cidr }) => cidr !== '172.31.0.0/16');

  beforeAll(async () => {
    target = await build();
  }, 60_000);

  afterAll(() => target.stop());

  it('gives every range of every VPC, with its owner', async () => {
    const ranges = await read();
    expect(ranges.map(({ cidr }) => cidr).sort()).toEqual(target.cidrs);
    expect(ranges).toEqual(
      ranges.map(
        ({ cidr }): VpcRange => ({
          vpcId: expect.stringMatching(/^vpc-/),
          cidr,
          ownerAccount: target.accountId,
        }),
      ),
    );
  });

  it('gives none where there is none', async () => {
    expect(await read({ ...place, region: 'ap-south-1' })).toEqual([]);
  });
}

describe('VPCs of the sandbox cloud', () => {
  contract(async () => {
    const { url, stop } = await startSandboxCloud();
    return { ...place, endpoint: url, cidrs: ['10.79.0.0/16'], stop };
  });

  it('are not known where the role may not read them', async () => {
    const sandbox = await startSandboxCloud();
    try {
      await control(sandbox, 'misbehave', {
        service: 'ec2',
        kind: 'not-found',
        times: 20,
      });
      await expect(
        readVpcs(await clientsOf(sandbox.url), place),
      ).rejects.toThrow(/permissions to access/);
    } finally {
      await sandbox.stop();
    }
  });

  it('are a range of its own in every account and Region', async () => {
    const sandbox = await startSandboxCloud();
    try {
      const aws = await clientsOf(sandbox.url);
      const ranges = [];
      for (const accountId of ['100000000101', '100000000102']) {
        for (const region of ['us-east-1', 'us-west-2', 'eu-west-1']) {
          ranges.push(...(await readVpcs(aws, { accountId, region })));
        }
      }
      expect(new Set(ranges.map(({ cidr }) => cidr)).size).toBe(6);
    } finally {
      await sandbox.stop();
    }
  });
});

(moto ? describe : describe.skip)('VPCs of moto', () => {
  contract(async () => {
    // Of its own: several tests use the server at once.
    const accountId = String(randomInt(100_000_000_000, 999_999_999_999));
    const client = await (await clientsOf(moto!)).ec2({ ...place, accountId });
    for (const CidrBlock of ['10.1.0.0/16', '10.2.0.0/16']) {
      const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock }));
      await client.send(
        new AssociateVpcCidrBlockCommand({
          VpcId: Vpc!.VpcId,
          CidrBlock: CidrBlock.replace('0.0/16', '100.0/24').replace(
            /^10\.(\d)/,
            '10.10$1',
          ),
        }),
      );
    }
    return {
      endpoint: moto!,
      accountId,
      cidrs: [
        '10.1.0.0/16',
        '10.101.100.0/24',
        '10.102.100.0/24',
        '10.2.0.0/16',
      ],
      stop: async () => {},
    };
  });
});
