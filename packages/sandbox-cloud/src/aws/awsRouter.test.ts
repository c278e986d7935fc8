import {
  CloseAccountCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { awsClients } from '../__testUtils__/awsClients';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

describe('the AWS side', () => {
  const clock = new TestClock();
  let sandbox: SandboxCloud;
  let client: OrganizationsClient;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ now: clock.now });
    client = await awsClients(sandbox).organizations();
  });

  afterAll(() => sandbox.stop());

  const listAccounts = async () => {
    const pages = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListAccountsCommand({ NextToken }));
      pages.push(page.Accounts!);
      NextToken = page.NextToken;
    } while (NextToken);
    return pages;
  };

  it('gives accounts in pages, with both state and status', async () => {
    const pages = await listAccounts();
    expect(pages.map(({ length }) => length)).toEqual([8, 8, 4]);
    expect(
      pages
        .flat()
        .filter(
          ({ State, Status }) => State === 'SUSPENDED' && State === Status,
        )
        .map(({ Name }) => Name),
    ).toEqual(['legacy-batch']);
  });

  it('gives pages as small as they were asked for', async () => {
    const { Accounts, NextToken } = await client.send(
      new ListAccountsCommand({ MaxResults: 3 }),
    );
    expect(Accounts).toHaveLength(3);
    expect(NextToken).toBeDefined();
  });

  it.each([{ MaxResults: 21 }, { MaxResults: 0 }, { NextToken: '8' }])(
    'refuses %j',
    async input => {
      await expect(
        client.send(new ListAccountsCommand(input)),
      ).rejects.toMatchObject({ name: 'InvalidInputException' });
    },
  );

  it('gives an empty page with a token when it is asked to', async () => {
    await control(sandbox, 'misbehave', {
      service: 'organizations',
      operation: 'ListAccounts',
      kind: 'empty-page',
    });
    const pages = await listAccounts();
    expect(pages.map(({ length }) => length)).toEqual([0, 8, 8, 4]);
  });

  it('knows units below units, and names what it does not know', async () => {
    const { Roots } = await client.send(new ListRootsCommand({}));
    const children = async (ParentId: string) =>
      (
        await client.send(
          new ListOrganizationalUnitsForParentCommand({ ParentId }),
        )
      ).OrganizationalUnits!;
    const top = await children(Roots![0].Id!);
    const workloads = top.find(({ Name }) => Name === 'Workloads')!;
    expect((await children(workloads.Id!)).map(({ Name }) => Name)).toEqual([
      'Prod',
      'Beta',
      'QA',
      'Dev',
    ]);
    await expect(
      client.send(new ListAccountsForParentCommand({ ParentId: 'ou-none' })),
    ).rejects.toMatchObject({ name: 'ParentNotFoundException' });
    await expect(
      client.send(
        new ListTagsForResourceCommand({ ResourceId: '999999999999' }),
      ),
    ).rejects.toMatchObject({ name: 'TargetNotFoundException' });
  });

  it('answers the management account alone', async () => {
    const member = await awsClients(sandbox).organizations('100000000101');
    await expect(
      member.send(new DescribeOrganizationCommand({})),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('knows no operation that nothing calls', async () => {
    await expect(
      client.send(
        new CloseAccountCommand({
          AccountId: '100000000101',
        }),
      ),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
    await expect(
      awsClients(sandbox).sts.send(new GetSessionTokenCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  it('lets nobody into an account that is not there or suspended', async () => {
    const { sts } = awsClients(sandbox);
    for (const account of ['999999999999', '100000000901']) {
      await expect(
        sts.send(
          new AssumeRoleCommand({
            RoleArn: `arn:aws:iam::${account}:role/soa-reader`,
            RoleSessionName: 'test',
          }),
        ),
      ).rejects.toMatchObject({
        name: 'AccessDenied',
        message: `User is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${account}:role/soa-reader`,
        $metadata: { httpStatusCode: 403 },
      });
    }
  });

  it('gives out credentials for an hour', async () => {
    const { Credentials, AssumedRoleUser } = await awsClients(sandbox).sts.send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::100000000101:role/path/soa-reader',
        RoleSessionName: 'test',
      }),
    );
    expect(Credentials!.Expiration!.getTime()).toBe(clock.time + 3_600_000);
    expect(AssumedRoleUser!.Arn).toBe(
      'arn:aws:sts::100000000101:assumed-role/soa-reader/test',
    );
  });

  it.each([
    ['throttle', 'TooManyRequestsException', 400],
    ['not-found', 'AccessDeniedException', 400],
    ['error', 'InternalFailure', 500],
  ])('answers %s with %s when it is asked to', async (kind, name, status) => {
    await control(sandbox, 'misbehave', { service: 'organizations', kind });
    await expect(client.send(new ListRootsCommand({}))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: status },
    });
    await client.send(new ListRootsCommand({}));
  });

  it('drops the connection when it is asked to', async () => {
    await control(sandbox, 'misbehave', { service: 'sts', kind: 'drop' });
    await expect(
      awsClients(sandbox).organizations('100000000101'),
    ).rejects.toThrow('socket hang up');
  });

  it('reads no request that is not signed, or no JSON', async () => {
    const post = async (headers: Record<string, string>, body: string) => {
      const answer = await fetch(sandbox.url, {
        method: 'POST',
        headers: {
          'x-amz-target': 'AWSOrganizationsV20161128.ListRoots',
          'content-type': 'application/x-amz-json-1.1',
          ...headers,
        },
        body,
      });
      return [answer.status, (await answer.json()).__type];
    };
    const authorization = (key: string) =>
      `AWS4-HMAC-SHA256 Credential=${key}/20261120/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=0`;
    expect(await post({}, '{}')).toEqual([
      400,
      'MissingAuthenticationTokenException',
    ]);
    expect(
      await post({ authorization: authorization('AKIATEST') }, '{'),
    ).toEqual([400, 'SerializationException']);
    expect(
      await post({ authorization: authorization('AKIATEST') }, '7'),
    ).toEqual([400, 'SerializationException']);
    expect(
      await post(
        { authorization: authorization('ASIASANDBOX0999999999999') },
        '{}',
      ),
    ).toEqual([400, 'UnrecognizedClientException']);
  });
});
