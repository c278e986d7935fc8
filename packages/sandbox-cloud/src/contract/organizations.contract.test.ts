import {
  DescribeOrganizationCommand,
  ListAccountsForParentCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { mockServices } from '@backstage/backend-test-utils';
import { awsClientsFrom } from './__testUtils__/clients';
import { listAccounts } from './__testUtils__/listAccounts';
import { onMoto } from './__testUtils__/onMoto';
import { onSandbox } from './__testUtils__/onSandbox';
import type { OrganizationTarget } from './__testUtils__/organizationTarget';
import { readTree } from './__testUtils__/readTree';

const moto = process.env.SOA_MOTO_ENDPOINT;

/** What Organizations and STS give our clients, on whatever server. */
function contract(build: () => Promise<OrganizationTarget>) {
  let target: OrganizationTarget;
  let client: OrganizationsClient;

  beforeAll(async () => {
    target = await build();
    const clients = await awsClientsFrom(
      mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
            accountDefaults: { roleName: 'soa-reader' },
          },
          soa: { aws: { endpoint: target.endpoint } },
        },
      }),
    );
    client = await clients.organizations({
      accountId: target.managementAccount,
    });
  }, 60_000);

  afterAll(() => target.stop());

  it('gives credentials of the role, for some time', async () => {
    const credentials = await client.config.credentials();
    expect(credentials.accessKeyId).toMatch(/^ASIA/);
    expect(credentials.sessionToken).toBeTruthy();
    expect(credentials.expiration!.getTime()).toBeGreaterThan(0);
  });

  it('names the organisation', async () => {
    const { Organization } = await client.send(
      new DescribeOrganizationCommand({}),
    );
    expect(Organization).toMatchObject({
      Id: expect.stringMatching(/^o-[a-z0-9]{10,32}$/),
      Arn: expect.stringMatching(/^arn:aws:organizations::\d{12}:organization/),
      MasterAccountId: target.managementAccount,
    });
  });

  it('gives every account once, in the tree and in the list', async () => {
    const tree = await readTree(client);
    const ids = tree.map(({ account }) => account.Id!).sort();
    expect(ids).toHaveLength(target.accounts);
    expect(new Set(ids).size).toBe(ids.length);
    const { items, pages } = await listAccounts(client);
    expect(pages).toBeGreaterThan(3);
    expect(items.map(({ Id }) => Id!).sort()).toEqual(ids);
  });

  it('tells of an account what the inventory keeps', async () => {
    const tree = await readTree(client);
    const { path, account } = tree.find(
      one => one.account.Name === target.nested.account,
    )!;
    expect(path).toEqual(target.nested.path);
    expect(account).toMatchObject({
      Id: expect.stringMatching(/^\d{12}$/),
      Arn: expect.stringMatching(
        /^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]+\/\d{12}$/,
      ),
      State: 'ACTIVE',
    });
    const { Tags } = await client.send(
      new ListTagsForResourceCommand({ ResourceId: account.Id }),
    );
    expect(Tags).toContainEqual({ Key: 'soa:environment', Value: 'prod' });
    expect(Tags).toContainEqual({
      Key: 'soa:runtimes',
      Value: 'ecs-fargate ecs-ec2',
    });
  });

  it('tells which policies bound the root', async () => {
    const { Roots } = await client.send(new ListRootsCommand({}));
    const { Policies } = await client.send(
      new ListPoliciesForTargetCommand({
        TargetId: Roots![0].Id,
        Filter: 'SERVICE_CONTROL_POLICY',
      }),
    );
    expect(Policies).toContainEqual(
      expect.objectContaining({ Name: 'FullAWSAccess', AwsManaged: true }),
    );
  });

  it('knows no account and no unit that is not there', async () => {
    await expect(
      client.send(
        new ListTagsForResourceCommand({ ResourceId: '999999999999' }),
      ),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/^(TargetNotFound|InvalidInput)Exception$/),
    });
    await expect(
      client.send(
        new ListAccountsForParentCommand({ ParentId: 'ou-zzzz-zzzzzzzz' }),
      ),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/^(ParentNotFound|InvalidInput)Exception$/),
    });
  });
}

describe('Organizations and STS on the sandbox cloud', () => {
  contract(onSandbox);
});

(moto ? describe : describe.skip)(
  'Organizations and STS on moto (needs SOA_MOTO_ENDPOINT)',
  () => {
    contract(() => onMoto(moto!));
  },
);
