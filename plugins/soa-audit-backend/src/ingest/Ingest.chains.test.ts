import { TestDatabases } from '@backstage/backend-test-utils';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import {
  ACCOUNT,
  KEY,
  PLACEMENT,
  record,
  session,
  signIn,
} from '../__testUtils__/records';
import { AttributionIndex } from '../attribution';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const SECOND = 'ASIABBBBBBBBBBBBBBBB';
const THIRD = 'ASIACCCCCCCCCCCCCCCC';
const EXPECTED = { kind: 'pipeline', name: 'acme/cart-prod-use1' };

const workspace: Workspace = {
  id: 'ws-cart',
  name: 'cart-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test',
  componentRef: 'component:default/cart',
  placement: PLACEMENT,
  roles: { apply: `arn:aws:iam::${ACCOUNT}:role/cart-apply` },
  entityRef: 'resource:default/ws-cart',
};
const accounts = new Set([ACCOUNT, OTHER_ACCOUNT]);
const index = new AttributionIndex(accounts, [{ workspace, outputs: [] }]);
const empty = new AttributionIndex(accounts, []);

/** A session takes on a role of the other account. */
function assumeRole(id: string, overrides: object = {}, issued = SECOND) {
  return record(id, {
    eventName: 'AssumeRole',
    eventSource: 'sts.amazonaws.com',
    readOnly: true,
    userIdentity: session('cart-apply', 'terraform-run-abc123'),
    responseElements: {
      assumedRoleUser: {
        arn: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/dns/terraform`,
      },
      credentials: { accessKeyId: issued, sessionToken: 'SECRET-TOKEN' },
    },
    ...overrides,
  });
}
/** What is done with a key in the other account. */
const byChained = (id: string, key = SECOND, overrides: object = {}) =>
  record(id, {
    recipientAccountId: OTHER_ACCOUNT,
    userIdentity: {
      ...session('dns', 'terraform', key),
      accountId: OTHER_ACCOUNT,
    },
    ...overrides,
  });

describe.each(databases.eachSupportedId())('chains on %s', databaseId => {
  let reading: Awaited<ReturnType<typeof readingOn>>;
  let take: (records: unknown[], by?: AttributionIndex) => Promise<void>;

  beforeEach(async () => {
    reading = await readingOn(await databases.init(databaseId));
    const shard = { account: ACCOUNT, region: 'us-east-1' };
    take = (records, by = index) =>
      reading.ingest.take('lookup', { shard, records }, by);
  });

  const actorOf = async (id: string) => (await reading.store.get(id))?.actor;

  it('prove what a proven session does in a further role', async () => {
    await take([byChained('work'), assumeRole('chain'), signIn('proof')]);
    expect(await actorOf('work')).toMatchObject(EXPECTED);
    const { attributions } = (await reading.store.get('work'))!;
    expect(attributions).toEqual([
      expect.objectContaining({
        rule: 'run',
        entityRef: workspace.componentRef,
      }),
    ]);
    expect(
      await reading.store.proofs.listUnconfirmed({ limit: 10 }),
    ).toHaveLength(2);
    const run = { organization: 'acme', workspace: 'cart-prod-use1' };
    const found = await reading.store.proofs.listRunAccounts();
    expect(found.sort((a, b) => a.account.localeCompare(b.account))).toEqual([
      { ...run, account: ACCOUNT },
      { ...run, account: OTHER_ACCOUNT },
    ]);
  });

  it('prove it in whichever order the logs are read', async () => {
    const deep = assumeRole(
      'deep',
      {
        recipientAccountId: OTHER_ACCOUNT,
        userIdentity: session('dns', 'terraform', SECOND),
      },
      THIRD,
    );
    await take([byChained('third', THIRD)]);
    await take([byChained('second')]);
    await take([deep]);
    await take([assumeRole('chain')]);
    expect(await actorOf('third')).toMatchObject({ kind: 'unknown' });
    await take([signIn('proof')]);
    for (const id of ['chain', 'second', 'deep', 'third']) {
      expect(await actorOf(id)).toMatchObject(EXPECTED);
    }
  });

  it.each([
    ['no proven session', [assumeRole('chain')]],
    [
      'a session with another key, of the same name',
      [
        signIn('proof'),
        assumeRole('chain', {
          userIdentity: session(
            'cart-apply',
            'terraform-run-abc123',
            'ASIADDDDDDDDDDDDDDDD',
          ),
        }),
      ],
    ],
    [
      'a call that failed',
      [signIn('proof'), assumeRole('chain', { errorCode: 'AccessDenied' })],
    ],
    [
      'a call of another service',
      [
        signIn('proof'),
        assumeRole('chain', { eventSource: 'ecs.amazonaws.com' }),
      ],
    ],
    [
      'a call that another account logged',
      [
        signIn('proof'),
        assumeRole('chain', { recipientAccountId: OTHER_ACCOUNT }),
      ],
    ],
    [
      'a call long after the session has ended',
      [
        signIn('proof'),
        assumeRole('chain', { eventTime: '2026-11-22T12:00:00Z' }),
      ],
    ],
    [
      'a user with the key of the session',
      [
        signIn('proof'),
        assumeRole('chain', {
          userIdentity: { type: 'IAMUser', userName: 'eve', accessKeyId: KEY },
        }),
      ],
    ],
    [
      'an answer that names no role',
      [
        signIn('proof'),
        assumeRole('chain', {
          responseElements: {
            assumedRoleUser: { arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/eve` },
            credentials: { accessKeyId: SECOND },
          },
        }),
      ],
    ],
  ])('are not forged by %s', async (_, records) => {
    await take([...records, byChained('work')]);
    expect(await actorOf('work')).toMatchObject({ kind: 'unknown' });
  });

  it('hold in the account of the role only', async () => {
    const elsewhere = { recipientAccountId: ACCOUNT };
    await take([signIn('proof'), assumeRole('chain')]);
    await take([byChained('work', SECOND, elsewhere)]);
    expect(await actorOf('work')).toMatchObject({ kind: 'unknown' });
  });

  it('leave what is stored to the index that it was held against', async () => {
    const { store } = reading;
    const applied = record('applied', {
      userIdentity: session('cart-apply', 'somebody'),
    });
    await take([applied], empty);
    await take([applied], index);
    for (const table of ['attributions', 'workspace_events']) {
      expect(await store.knex(`soa_audit_${table}`)).toEqual([]);
    }
    await reading.ingest.reassessment.reattribute(index);
    for (const table of ['attributions', 'workspace_events']) {
      expect(await store.knex(`soa_audit_${table}`)).toHaveLength(1);
    }
  });
});
