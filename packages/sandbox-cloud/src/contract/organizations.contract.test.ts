import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { mockServices } from '@backstage/backend-test-utils';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';
import { awsClientsFrom } from './__testUtils__/clients';

interface Target {
  endpoint: string;
  managementAccount: string;
  stop(): Promise<void>;
}

async function onSandbox(): Promise<Target> {
  const sandbox: SandboxCloud = await startSandboxCloud();
  return {
    endpoint: sandbox.url,
    managementAccount: '100000000001',
    stop: sandbox.stop,
  };
}

/** Builds an organisation through moto's own API. */
async function onMoto(): Promise<Target> {
  const endpoint = process.env.SOA_MOTO_ENDPOINT!;
  await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
  const client = new OrganizationsClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await client.send(new ListRootsCommand({}));
  let parent = Roots![0].Id!;
  for (const Name of ['Workloads', 'Prod']) {
    const { OrganizationalUnit } = await client.send(
      new CreateOrganizationalUnitCommand({ ParentId: parent, Name }),
    );
    parent = OrganizationalUnit!.Id!;
  }
  for (let index = 0; index < 25; index += 1) {
    const { CreateAccountStatus } = await client.send(
      new CreateAccountCommand({
        AccountName: `account-${index}`,
        Email: `aws+${index}@acme.example`,
        Tags: [{ Key: 'soa:environment', Value: 'prod' }],
      }),
    );
    await client.send(
      new MoveAccountCommand({
        AccountId: CreateAccountStatus!.AccountId!,
        SourceParentId: Roots![0].Id!,
        DestinationParentId: parent,
      }),
    );
  }
  client.destroy();
  return {
    endpoint,
    managementAccount: '123456789012',
    stop: async () => {},
  };
}

const targets: Array<[string, () => Promise<Target>]> = [
  ['the sandbox cloud', onSandbox],
];
if (process.env.SOA_MOTO_ENDPOINT) {
  targets.push(['moto', onMoto]);
}

describe.each(targets)('Organizations and STS on %s', (_name, build) => {
  let target: Target;
  let client: OrganizationsClient;
  const environment = process.env.AWS_ENDPOINT_URL_STS;

  beforeAll(async () => {
    target = await build();
    process.env.AWS_ENDPOINT_URL_STS = target.endpoint;
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

  afterAll(async () => {
    if (environment === undefined) {
      delete process.env.AWS_ENDPOINT_URL_STS;
    } else {
      process.env.AWS_ENDPOINT_URL_STS = environment;
    }
    await target.stop();
  });

  it('names the organisation', async () => {
    const { Organization } = await client.send(
      new DescribeOrganizationCommand({}),
    );
    expect(Organization!.Id).toMatch(/^o-/);
    expect(Organization!.MasterAccountId).toBe(target.managementAccount);
  });

  it('gives every account below the root, page by page, with its tags', async () => {
    const { Roots } = await client.send(new ListRootsCommand({}));
    const parents = [Roots![0].Id!];
    const ids: string[] = [];
    for (let parent = parents.pop(); parent; parent = parents.pop()) {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListAccountsForParentCommand({
            ParentId: parent,
            NextToken: token,
            MaxResults: 10,
          }),
        );
        ids.push(...page.Accounts!.map(({ Id }) => Id!));
        token = page.NextToken;
      } while (token);
      const { OrganizationalUnits } = await client.send(
        new ListOrganizationalUnitsForParentCommand({ ParentId: parent }),
      );
      parents.push(...OrganizationalUnits!.map(({ Id }) => Id!));
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(20);

    const listed: string[] = [];
    let next: string | undefined;
    do {
      const page = await client.send(
        new ListAccountsCommand({ NextToken: next }),
      );
      listed.push(...page.Accounts!.map(({ Id }) => Id!));
      next = page.NextToken;
    } while (next);
    expect(listed.sort()).toEqual([...ids].sort());

    const tagged = await Promise.all(
      ids.map(ResourceId =>
        client.send(new ListTagsForResourceCommand({ ResourceId })),
      ),
    );
    expect(tagged.flatMap(({ Tags }) => Tags ?? [])).toContainEqual({
      Key: 'soa:environment',
      Value: 'prod',
    });
  });
});
