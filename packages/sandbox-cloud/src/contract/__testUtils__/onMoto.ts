import { randomInt } from 'node:crypto';
import {
  CloseAccountCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { OrganizationTarget } from './organizationTarget';

const MEMBERS = 25;
const CLOSED = 'closed';

/**
 * Builds an organisation on moto's server, through its own API: each in an account of
 * its own, as several tests use the server at once.
 */
export async function onMoto(endpoint: string): Promise<OrganizationTarget> {
  const client = new OrganizationsClient({
    endpoint,
    region: 'us-east-1',
    credentials: await credentialsOf(managementAccount(), endpoint),
  });
  const { Organization } = await client.send(
    new CreateOrganizationCommand({ FeatureSet: 'ALL' }),
  );
  const { Roots } = await client.send(new ListRootsCommand({}));
  const root = Roots![0].Id!;
  const unitIn = async (ParentId: string, Name: string) => {
    const { OrganizationalUnit } = await client.send(
      new CreateOrganizationalUnitCommand({ ParentId, Name }),
    );
    return OrganizationalUnit!.Id!;
  };
  const workloads = await unitIn(root, 'Workloads');
  const prod = await unitIn(workloads, 'Prod');
  for (const name of ['QA', 'Dev']) {
    await unitIn(workloads, name);
  }
  for (let index = 0; index < MEMBERS; index += 1) {
    const { CreateAccountStatus } = await client.send(
      new CreateAccountCommand({
        AccountName: `account-${index}`,
        Email: `aws+${index}@acme.example`,
        Tags: [
          { Key: 'soa:environment', Value: 'prod' },
          { Key: 'soa:runtimes', Value: 'ecs-fargate ecs-ec2' },
        ],
      }),
    );
    await client.send(
      new MoveAccountCommand({
        AccountId: CreateAccountStatus!.AccountId!,
        SourceParentId: root,
        DestinationParentId: prod,
      }),
    );
  }
  const { CreateAccountStatus: closed } = await client.send(
    new CreateAccountCommand({
      AccountName: CLOSED,
      Email: 'aws+closed@acme.example',
    }),
  );
  await client.send(new CloseAccountCommand({ AccountId: closed!.AccountId! }));
  client.destroy();
  return {
    endpoint,
    managementAccount: Organization!.MasterAccountId!,
    accounts: MEMBERS + 2,
    closed: CLOSED,
    nested: { id: prod, path: ['Workloads', 'Prod'], account: 'account-7' },
    root: { id: root },
    pass: () => {},
    stop: async () => {},
  };
}

function managementAccount(): string {
  return String(randomInt(100_000_000_000, 999_999_999_999));
}

async function credentialsOf(account: string, endpoint: string) {
  const sts = new STSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/setup`,
      RoleSessionName: 'setup',
    }),
  );
  sts.destroy();
  return {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  };
}
