import { mockCredentials } from '@backstage/backend-test-utils';
import { runAction } from '../__testUtils__';
import {
  shopDev,
  shopDevTags,
  vendingAction,
} from '../__testUtils__/vendingAction';

const EMAIL = 'aws+shop-dev@acme.example';

const awsError =
  (name: string, more: object = {}) =>
  () => {
    throw Object.assign(new Error(`${name}.`), { name, ...more });
  };

describe('aws:account:ensure', () => {
  it('makes an account, waits for it, moves it, and leaves it tagged', async () => {
    const { action, auditor, managedBy, organization } = vendingAction();
    const { outputs, log } = await runAction(action, shopDev);

    expect(managedBy).toHaveBeenCalledWith('100000000001');
    expect(organization.accounts).toEqual([
      {
        id: '200000000000',
        name: 'shop-dev',
        email: EMAIL,
        state: 'ACTIVE',
        parent: 'ou-acme-dev00000',
        tags: shopDevTags,
      },
    ]);
    expect(outputs).toEqual({
      accountId: '200000000000',
      name: 'shop-dev',
      email: EMAIL,
      organizationalUnit: 'Workloads/Dev',
      effect: 'created',
    });
    expect(log).toEqual([
      `Creating the account shop-dev (${EMAIL})`,
      'Waiting for AWS to make the account shop-dev (car-1)',
      'Moved the account 200000000000 to Workloads/Dev',
    ]);
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toEqual(['account-create', 'account-move']);
  });

  it('changes nothing when it runs again, in whatever task', async () => {
    const { action, auditor, organization } = vendingAction();
    await runAction(action, shopDev);
    organization.writes = [];
    auditor.createEvent.mockClear();
    const { outputs, log } = await runAction(action, shopDev);

    expect(organization.writes).toEqual([]);
    expect(auditor.createEvent).not.toHaveBeenCalled();
    expect(outputs).toMatchObject({
      accountId: '200000000000',
      effect: 'unchanged',
    });
    expect(log).toEqual([
      'The account shop-dev (200000000000) is there, in Workloads/Dev: nothing to change',
    ]);
  });

  it('adds what an account of the same owner lacks, and takes nothing away', async () => {
    const { action, organization } = vendingAction();
    organization.add({
      email: EMAIL,
      name: 'shop',
      parent: 'ou-acme-sandbox0',
      tags: {
        'soa:owner': 'group:default/team-shop',
        'soa:environment': 'dev',
        'soa:regions': 'eu-west-1',
        'soa:runtimes': 'lambda  ecs-fargate eks',
        other: 'stays',
      },
    });
    const { outputs, log } = await runAction(action, shopDev);

    const [{ parent, tags }] = organization.accounts;
    expect(parent).toBe('ou-acme-dev00000');
    expect(tags).toMatchObject({
      'cost-center': '42',
      'soa:regions': 'eu-west-1 us-east-1',
      'soa:runtimes': 'lambda  ecs-fargate eks',
      other: 'stays',
    });
    expect(outputs.effect).toBe('changed');
    expect(log).toEqual([
      'The account 200000000000 is called shop, and stays so',
      'Moved the account 200000000000 to Workloads/Dev',
      'Tagged the account 200000000000: cost-center=42, soa:regions=eu-west-1 us-east-1',
    ]);
  });

  it.each([
    [
      "somebody else's",
      { tags: { 'soa:owner': 'group:default/team-payments' } },
      "it is group:default/team-payments's: choose another name",
    ],
    ["nobody's", {}, 'no tag soa:owner says whose it is'],
    [
      'for another environment',
      { tags: { ...shopDevTags, 'soa:environment': 'prod' } },
      'environment: the account 200000000000 is for prod, and stays so',
    ],
    [
      'where it is not taken out of',
      { tags: shopDevTags, parent: 'ou-acme-prod0000' },
      'organizationalUnit: the account 200000000000 is in ou-acme-prod0000',
    ],
    [
      'suspended',
      { tags: shopDevTags, state: 'PENDING_CLOSURE' },
      'name: the account 200000000000 has this e-mail address, and is pending closure',
    ],
  ])('leaves an account alone that is %s', async (_, account, message) => {
    const { action, organization } = vendingAction();
    organization.add({ email: EMAIL, ...account });
    await expect(runAction(action, shopDev)).rejects.toThrow(message);
    await expect(
      runAction(action, shopDev, { isDryRun: true }),
    ).rejects.toThrow(message);
    expect(organization.writes).toEqual([]);
  });

  it('goes on with a creation under way', async () => {
    const { action, organization } = vendingAction();
    organization.begin('shop-dev', EMAIL, shopDevTags);
    organization.begin('other', 'aws+other@acme.example');
    const { outputs, log } = await runAction(action, shopDev);

    expect(organization.writes).toEqual([
      'move 200000000000 to ou-acme-dev00000',
    ]);
    expect(outputs.effect).toBe('changed');
    expect(log).toContain(
      'A creation of an account shop-dev is under way: car-1',
    );
  });

  it('creates its own after one of the same name with another address', async () => {
    const { action, organization } = vendingAction();
    organization.begin('shop-dev', 'aws+other@acme.example');
    await runAction(action, shopDev);
    expect(organization.accounts.map(({ email }) => email)).toEqual([
      'aws+other@acme.example',
      EMAIL,
    ]);
  });

  it('finds its creation when the answer is lost, in another task too', async () => {
    const { action, organization } = vendingAction();
    organization.after.createAccount = awsError('TimeoutError');
    await expect(runAction(action, shopDev)).rejects.toThrow('TimeoutError');
    const { outputs } = await runAction(action, shopDev, { taskId: 'task-2' });

    expect(organization.creations).toHaveLength(1);
    expect(outputs.accountId).toBe('200000000000');
  });

  it('sees that it has moved the account when the answer is lost', async () => {
    const { action, organization } = vendingAction();
    organization.after.moveAccount = awsError('TimeoutError');
    const { outputs } = await runAction(action, shopDev);
    expect(outputs.effect).toBe('created');
    expect(organization.accounts[0].parent).toBe('ou-acme-dev00000');
  });

  it.each(['createAccount', 'tagAccount'] as const)(
    'does nothing twice when the task dies after %s',
    async method => {
      const { action, organization } = vendingAction();
      const checkpoints = new Map();
      const wish = { ...shopDev, regions: ['us-east-1', 'eu-west-1'] };
      if (method === 'tagAccount') {
        organization.add({ email: EMAIL, tags: shopDevTags });
      }
      organization.after[method] = awsError('Killed');
      await expect(runAction(action, wish, { checkpoints })).rejects.toThrow(
        'Killed',
      );
      await runAction(action, wish, { checkpoints });

      expect(organization.writes).toEqual([...new Set(organization.writes)]);
      expect(organization.accounts).toHaveLength(1);
      expect(organization.accounts[0]).toMatchObject({
        parent: 'ou-acme-dev00000',
        tags: { 'soa:regions': 'us-east-1 eu-west-1' },
      });
    },
  );

  it('goes on from the creation that the task has written down', async () => {
    const { action, organization, clock } = vendingAction();
    const checkpoints = new Map();
    const controller = new AbortController();
    clock.onPause = () => controller.abort(new Error('gone'));
    await expect(
      runAction(action, shopDev, { checkpoints, signal: controller.signal }),
    ).rejects.toThrow('gone');
    clock.onPause = undefined;
    // AWS may not list it for a moment.
    organization.before.listCreations = awsError('not asked');
    const { outputs } = await runAction(action, shopDev, { checkpoints });
    expect(outputs.effect).toBe('created');
    expect([...checkpoints.keys()][0]).toBe(`account.100000000001.${EMAIL}.1`);
  });

  it('says why AWS has not made it, and tries again when it is run again', async () => {
    const { action, organization } = vendingAction();
    const checkpoints = new Map();
    organization.failure = 'ACCOUNT_LIMIT_EXCEEDED';
    await expect(runAction(action, shopDev, { checkpoints })).rejects.toThrow(
      `AWS has not made the account shop-dev (${EMAIL}): the organisation has as many accounts as it may have.`,
    );
    const { outputs } = await runAction(action, shopDev, { checkpoints });
    expect(outputs.effect).toBe('created');
    expect(organization.creations).toHaveLength(2);
  });

  it.each(['EMAIL_ALREADY_EXISTS', 'CONCURRENT_ACCOUNT_MODIFICATION'])(
    'takes the account that another task makes at once: %s',
    async reason => {
      const { action, organization } = vendingAction();
      organization.before.createAccount = () => {
        organization.begin('shop-dev', EMAIL, shopDevTags);
        organization.failure = reason;
      };
      const { outputs } = await runAction(action, shopDev);
      expect(outputs).toMatchObject({
        accountId: '200000000000',
        effect: 'changed',
      });
      expect(organization.accounts).toHaveLength(1);
    },
  );

  it('says so where the address belongs to an account elsewhere', async () => {
    const { action, organization } = vendingAction();
    organization.failure = 'EMAIL_ALREADY_EXISTS';
    await expect(runAction(action, shopDev)).rejects.toThrow(
      'an account outside of this organisation has this e-mail address',
    );
  });

  it.each([
    ['createAccount', 'ConcurrentModificationException', {}],
    [
      'createAccount',
      'ConstraintViolationException',
      { Reason: 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED' },
    ],
    ['moveAccount', 'TooManyRequestsException', {}],
    ['readParent', 'ChildNotFoundException', {}],
    ['readCreation', 'CreateAccountStatusNotFoundException', {}],
  ] as const)('tries %s again after %s', async (method, name, more) => {
    const { action, organization, clock } = vendingAction();
    organization.before[method] = awsError(name, more);
    const { outputs } = await runAction(action, shopDev);
    expect(outputs.effect).toBe('created');
    expect(clock.now()).toBeGreaterThan(0);
    expect(organization.creations).toHaveLength(1);
  });

  it('stops waiting in time, and goes on when it is run again', async () => {
    const { action, organization } = vendingAction();
    const checkpoints = new Map();
    await expect(
      runAction(
        action,
        { ...shopDev, maxWait: { seconds: 5 } },
        { checkpoints },
      ),
    ).rejects.toThrow(
      'Waited in vain for AWS to make the account shop-dev (car-1). Run this again with the same input',
    );
    await runAction(action, shopDev, { checkpoints });
    expect(organization.creations).toHaveLength(1);
  });

  it.each([
    [
      'createAccount',
      'AccessDeniedException',
      {},
      'Give it the policy for making accounts in the README of soa-node.',
    ],
    [
      'createAccount',
      'ConstraintViolationException',
      { Reason: 'ACCOUNT_NUMBER_LIMIT_EXCEEDED' },
      'as many accounts as it may have',
    ],
    ['createAccount', 'FinalizingOrganizationException', {}, 'take an hour'],
    [
      'describeOrganization',
      'AWSOrganizationsNotInUseException',
      {},
      'soa.accountVending.managementAccountId: 100000000001 is in no organisation',
    ],
    [
      'moveAccount',
      'SourceParentNotFoundException',
      {},
      'somebody else has moved the account meanwhile',
    ],
  ] as const)(
    'says what to do where %s is refused: %s',
    async (method, name, more, message) => {
      const { action, organization } = vendingAction();
      organization.before[method] = awsError(name, more);
      await expect(runAction(action, shopDev)).rejects.toThrow(message);
    },
  );

  it('says what it would do, and writes nothing', async () => {
    const { action, organization } = vendingAction();
    const dry = () => runAction(action, shopDev, { isDryRun: true });
    const fresh = await dry();
    expect(fresh.outputs).toMatchObject({
      accountId: 'unknown',
      effect: 'unknown',
    });
    expect(fresh.log).toEqual([
      `Would create the account shop-dev (${EMAIL}) in Workloads/Dev, with the tags cost-center=42, soa:environment=dev, soa:runtimes=ecs-fargate lambda, soa:regions=us-east-1, soa:owner=group:default/team-shop`,
    ]);

    organization.begin('shop-dev', EMAIL);
    expect((await dry()).log).toEqual([
      'Would go on with the creation of an account shop-dev that is under way: car-1',
    ]);

    organization.creations = [];
    organization.add({
      email: EMAIL,
      tags: { ...shopDevTags, 'soa:regions': 'eu-west-1' },
    });
    expect((await dry()).log).toEqual([
      'Would move the account 200000000000 to Workloads/Dev',
      'Would tag the account 200000000000: soa:regions=eu-west-1 us-east-1',
    ]);
    expect(organization.writes).toEqual([]);
  });

  it('knows nothing in a dry run of what it may not read', async () => {
    const { action, organization, listOrganizationalUnits } = vendingAction();
    const dry = () => runAction(action, shopDev, { isDryRun: true });
    organization.before.findAccount = awsError('AccessDeniedException');
    expect(await dry()).toMatchObject({
      outputs: { accountId: 'unknown', effect: 'unknown' },
      log: ['The account shop-dev: unknown. AccessDeniedException.'],
    });
    listOrganizationalUnits.mockRejectedValue(new Error('No answer'));
    expect((await dry()).log).toEqual([
      'The account shop-dev: unknown. No answer',
    ]);
  });

  it.each([
    [{ organizationalUnit: 'Workloads/Prod' }, 'accounts may not go to'],
    [{ organizationalUnit: 'ou-acme-prod0000' }, 'accounts may not go to'],
    [{ organizationalUnit: 'r-acme' }, 'accounts may not go to'],
    [{ organizationalUnit: '' }, /^organizationalUnit: /],
    [{ organizationalUnit: 'Dev' }, 'there is no organizational unit "Dev"'],
    [{ email: 'admin@acme.example' }, 'email: "admin@acme.example" does not'],
    [{ email: 'aws+a@acme.example,b@acme.example' }, /^email: /],
    [{ name: 'Shop' }, 'name: write lower-case letters'],
    [{ name: 'x'.repeat(49) }, 'name: the e-mail address'],
    [{ environment: 'moon' }, 'environment: "moon" is not one'],
    [{ regions: ['us-west-2'] }, 'regions: "us-west-2" is not one'],
    [{ regions: ['here'] }, 'regions, entry 1: write AWS Regions'],
    [{ runtimes: ['platform'] }, /^runtimes, entry 1: /],
    [{ owner: 'team-shop' }, 'owner: write the full reference'],
    [{ businessUnit: 'R&D' }, 'businessUnit: AWS does not take "R&D" as a tag'],
  ])('refuses %j, and writes nothing', async (wrong, message) => {
    const { action, organization } = vendingAction();
    const input = { ...shopDev, ...wrong };
    await expect(runAction(action, input)).rejects.toThrow(message);
    await expect(runAction(action, input, { isDryRun: true })).rejects.toThrow(
      message,
    );
    expect(organization.writes).toEqual([]);
  });

  it('asks whether the initiator may, as the initiator', async () => {
    const denied = vendingAction({ allowed: ['soa.workspace.apply'] });
    for (const isDryRun of [false, true]) {
      await expect(
        runAction(denied.action, shopDev, { isDryRun }),
      ).rejects.toThrow('ask for the permission soa.account.create');
    }
    const stranger = vendingAction({ memberOf: ['group:default/team-pay'] });
    await expect(runAction(stranger.action, shopDev)).rejects.toThrow(
      'owner: you are a member neither of group:default/team-shop nor of a group of soa.platform.owners',
    );
    expect(stranger.managedBy).not.toHaveBeenCalled();

    const platform = vendingAction({
      memberOf: ['group:default/Team-Platform'],
    });
    await runAction(platform.action, shopDev);
    expect(platform.listOrganizationalUnits).toHaveBeenCalledWith(
      expect.objectContaining({
        credentials: mockCredentials.user('user:default/guest'),
      }),
    );
  });

  it('makes accounts for the owners that may have them', async () => {
    const { action } = vendingAction({
      vending: {
        managementAccountId: '100000000001',
        email: 'aws+{name}@acme.example',
        organizationalUnits: ['Workloads/Dev'],
        owners: ['team-payments'],
      },
    });
    await expect(runAction(action, shopDev)).rejects.toThrow(
      'owner: group:default/team-shop may not own accounts: choose one of group:default/team-payments',
    );
  });

  it('is off unless the configuration says how', async () => {
    const { action } = vendingAction({ vending: {} });
    await expect(runAction(action, shopDev)).rejects.toThrow(
      'soa.accountVending does not say how',
    );
  });

  it('makes accounts in the organisation of the management account only', async () => {
    const { action, organization } = vendingAction();
    organization.managementAccountId = '100000000009';
    await expect(runAction(action, shopDev)).rejects.toThrow(
      'the organisation is managed by 100000000009',
    );
  });
});
