import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateAccountCommand,
  DescribeCreateAccountStatusCommand,
  ListAccountsCommand,
  ListCreateAccountStatusCommand,
  MoveAccountCommand,
  TagResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { awsClients } from '../__testUtils__/awsClients';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { ROOT_ID, unitId } from '../organisation';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

describe('accounts that are made', () => {
  const clock = new TestClock();
  let dataDirectory: string;
  let sandbox: SandboxCloud;
  let client: OrganizationsClient;

  const start = async () => {
    sandbox = await startSandboxCloud({ now: clock.now, dataDirectory });
    client = await awsClients(sandbox).organizations();
  };

  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'sandbox-cloud-'));
    await start();
  });

  afterEach(async () => {
    await sandbox.stop();
    await rm(dataDirectory, { recursive: true });
  });

  const create = async (name: string, email = `aws+${name}@acme.example`) => {
    const { CreateAccountStatus } = await client.send(
      new CreateAccountCommand({ AccountName: name, Email: email }),
    );
    return CreateAccountStatus!;
  };
  const statusOf = async (id: string | undefined) =>
    (
      await client.send(
        new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: id }),
      )
    ).CreateAccountStatus!;
  const listed = async (NextToken?: string): Promise<string[]> => {
    const page = await client.send(new ListAccountsCommand({ NextToken }));
    return [
      ...page.Accounts!.map(({ Name }) => Name!),
      ...(page.NextToken ? await listed(page.NextToken) : []),
    ];
  };

  it('are there after some time, and still after a restart', async () => {
    const creation = await create('orders-dev');
    expect(creation).toMatchObject({ State: 'IN_PROGRESS' });
    expect(creation.AccountId).toBeUndefined();
    expect(await listed()).not.toContain('orders-dev');
    const { CreateAccountStatuses } = await client.send(
      new ListCreateAccountStatusCommand({ States: ['IN_PROGRESS'] }),
    );
    expect(CreateAccountStatuses).toMatchObject([{ Id: creation.Id }]);

    clock.pass(10_000);
    await sandbox.stop();
    await start();
    const { State, AccountId } = await statusOf(creation.Id);
    expect({ State, AccountId }).toEqual({
      State: 'SUCCEEDED',
      AccountId: '100000001001',
    });
    expect(await listed()).toContain('orders-dev');
    const member = await awsClients(sandbox).cloudTrail('100000001001');
    await expect(member.config.credentials()).resolves.toBeDefined();
  });

  it('fail where the address is taken, or is being taken', async () => {
    const taken = await create('other', 'AWS+sandbox-shop@acme.example');
    await create('orders-dev');
    const again = await create('orders-dev');
    clock.pass(10_000);
    expect(await statusOf(taken.Id)).toMatchObject({
      State: 'FAILED',
      FailureReason: 'EMAIL_ALREADY_EXISTS',
    });
    expect(await statusOf(again.Id)).toMatchObject({
      FailureReason: 'CONCURRENT_ACCOUNT_MODIFICATION',
    });
    expect(await listed()).toHaveLength(21);
  });

  it('are five at a time', async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await create(`orders-${number}`);
    }
    await expect(create('orders-6')).rejects.toMatchObject({
      name: 'ConstraintViolationException',
      Reason: 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED',
    });
  });

  it('fail for a reason that is asked for, once', async () => {
    await control(sandbox, 'misbehave', {
      service: 'organizations',
      kind: 'account-limit-exceeded',
    });
    const failing = await create('orders-dev');
    clock.pass(10_000);
    expect(await statusOf(failing.Id)).toMatchObject({
      State: 'FAILED',
      FailureReason: 'ACCOUNT_LIMIT_EXCEEDED',
    });
    const next = await create('orders-dev');
    clock.pass(10_000);
    expect(await statusOf(next.Id)).toMatchObject({ State: 'SUCCEEDED' });
  });

  it('are not changed while somebody else changes them', async () => {
    const move = () =>
      client.send(
        new MoveAccountCommand({
          AccountId: '100000000501',
          SourceParentId: unitId('Sandbox'),
          DestinationParentId: ROOT_ID,
        }),
      );
    await control(sandbox, 'misbehave', {
      service: 'organizations',
      operation: 'MoveAccount',
      kind: 'concurrent-modification',
    });
    await expect(move()).rejects.toMatchObject({
      name: 'ConcurrentModificationException',
    });
    await move();
    // It is not there any more.
    await expect(move()).rejects.toMatchObject({
      name: 'SourceParentNotFoundException',
    });
  });

  it.each([{ AccountName: '' }, { Email: 'nobody' }])(
    'are refused: %j',
    async wrong => {
      const input = { AccountName: 'a', Email: 'a@acme.example', ...wrong };
      await expect(
        client.send(new CreateAccountCommand(input)),
      ).rejects.toMatchObject({ name: 'InvalidInputException' });
      await expect(
        client.send(new TagResourceCommand({ ResourceId: 'x', Tags: [] })),
      ).rejects.toMatchObject({ name: 'TargetNotFoundException' });
    },
  );
});
