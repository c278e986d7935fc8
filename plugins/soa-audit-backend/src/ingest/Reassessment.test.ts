import { TestDatabases } from '@backstage/backend-test-utils';
import { OTHER_ACCOUNT, readingOn } from '../__testUtils__/readingOn';
import {
  ACCOUNT,
  KEY,
  PLACEMENT,
  record,
  session,
  signIn,
} from '../__testUtils__/records';
import { SETTINGS } from '../__testUtils__/SETTINGS';
import { assessmentVersion, AttributionIndex } from '../attribution';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const CART = 'component:default/cart';
const shard = { account: ACCOUNT, region: 'us-east-1' };
const workspace = {
  id: 'ws-cart',
  name: 'cart-prod-use1',
  organization: 'acme',
  url: 'https://tfc.test',
  componentRef: CART,
  placement: PLACEMENT,
  roles: { apply: `arn:aws:iam::${ACCOUNT}:role/cart-apply` },
  entityRef: 'resource:default/ws-cart',
};
const accounts = new Set([ACCOUNT, OTHER_ACCOUNT]);
const before = new AttributionIndex(accounts, [{ workspace, outputs: [] }]);
const other = { ...workspace, id: 'ws-new', name: 'new', componentRef: 'c' };
/** One more workspace, of which no event is. */
const after = new AttributionIndex(accounts, [
  { workspace, outputs: [] },
  { workspace: { ...other, roles: {} }, outputs: [] },
]);
const versionOf = (index: AttributionIndex) =>
  assessmentVersion(index, SETTINGS);
const byRun = (id: string, overrides: object = {}) =>
  record(id, {
    userIdentity: session('cart-apply', 'terraform-run-abc123'),
    ...overrides,
  });

describe.each(databases.eachSupportedId())('Reassessment on %s', databaseId => {
  let reading: Awaited<ReturnType<typeof readingOn>>;
  let replace: jest.SpyInstance;
  const replaced = () =>
    replace.mock.calls.flatMap(([events]) =>
      events.map(({ event }: { event: { eventId: string } }) => event.eventId),
    );

  beforeEach(async () => {
    reading = await readingOn(await databases.init(databaseId));
    replace = jest.spyOn(reading.store, 'replace');
  });

  const take = (records: object[], by = before) =>
    reading.ingest.take('lookup', { shard, records }, by);
  const versions = (): Promise<string[]> =>
    reading.store
      .knex('soa_audit_events')
      .orderBy('event_id')
      .pluck('index_version');

  it('leaves as it is what a change of the inventory does not concern', async () => {
    const strange = record('nobodys', { responseElements: null });
    await take([byRun('of-cart'), strange]);
    await reading.ingest.reassessment.reattribute(after);
    expect(replaced()).toEqual([]);
    expect(await versions()).toEqual([versionOf(after), versionOf(after)]);
    expect((await reading.store.get('of-cart'))?.attributions[0]).toMatchObject(
      { entityRef: CART },
    );
  });

  it('adds what has got another workspace, even without a component', async () => {
    const moved = new AttributionIndex(accounts, [
      { workspace: { ...workspace, id: 'ws-moved' }, outputs: [] },
    ]);
    await take([byRun('of-cart')]);
    await reading.ingest.reassessment.reattribute(moved);
    const { knex } = reading.store;
    expect(
      await knex('soa_audit_workspace_events')
        .orderBy('workspace_id')
        .pluck('workspace_id'),
    ).toEqual(['ws-cart', 'ws-moved']);
  });

  it('goes on where it was stopped, oldest remains first', async () => {
    const time = (index: number) =>
      new Date(Date.UTC(2026, 10, 20) - index * 1_000).toISOString();
    const ids = Array.from({ length: 501 }, (_, index) => `e-${index}`);
    await take(ids.map((id, index) => record(id, { eventTime: time(index) })));
    const stop = new AbortController();
    const { find } = reading.store.proofs;
    const found = jest.spyOn(reading.store.proofs, 'find');
    found.mockImplementationOnce(async keys => {
      stop.abort();
      return find.call(reading.store.proofs, keys);
    });
    const { reassessment } = reading.ingest;
    await expect(
      reassessment.reattribute(after, stop.signal),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(
      (await versions()).filter(version => version === versionOf(before)),
    ).toHaveLength(1);

    found.mockClear();
    const newest = new AttributionIndex(new Set([ACCOUNT]), []);
    await reassessment.reattribute(newest);
    expect(new Set(await versions())).toEqual(new Set([versionOf(newest)]));
    // One that was left over, then the 500.
    expect(found.mock.calls.map(([keys]) => [...keys].length)).toEqual([
      1, 500,
    ]);
  });

  it('does not rewrite what is read again', async () => {
    const records = [signIn('proof'), byRun('one')];
    await take(records);
    replace.mockClear();
    const listed = jest.spyOn(reading.store, 'listByAccessKeys');
    await take(records);
    expect(replaced()).toEqual([]);
    expect(listed).not.toHaveBeenCalled();
  });

  it('follows a chained key that somebody stopped at', async () => {
    const chain = byRun('chain', {
      eventName: 'AssumeRole',
      eventSource: 'sts.amazonaws.com',
      responseElements: {
        assumedRoleUser: {
          arn: `arn:aws:sts::${OTHER_ACCOUNT}:assumed-role/dns/terraform`,
        },
        credentials: { accessKeyId: 'ASIABBBBBBBBBBBBBBBB' },
      },
    });
    const work = record('work', {
      recipientAccountId: OTHER_ACCOUNT,
      userIdentity: session('dns', 'terraform', 'ASIABBBBBBBBBBBBBBBB'),
    });
    await take([work]);
    await take([chain]);
    // The first look is for the events of the sign-in, the second for the chain's.
    const { listByAccessKeys } = reading.store;
    jest
      .spyOn(reading.store, 'listByAccessKeys')
      .mockImplementationOnce(keys =>
        listByAccessKeys.call(reading.store, keys),
      )
      .mockRejectedValueOnce(new Error('stopped'));
    await expect(take([signIn('proof')])).rejects.toThrow('stopped');
    expect(await reading.store.proofs.areAllDone()).toBe(false);
    expect((await reading.store.get('work'))?.actor.kind).toBe('unknown');

    await reading.ingest.reassessment.followUnfollowed(before);
    expect((await reading.store.get('work'))?.actor.kind).toBe('pipeline');
    expect(await reading.store.proofs.findUnfollowed([KEY])).toEqual([]);
  });
});
