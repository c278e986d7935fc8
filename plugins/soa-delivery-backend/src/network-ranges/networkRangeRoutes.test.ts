import { TestDatabases } from '@backstage/backend-test-utils';
import type { NetworkRangeRequest } from '@backstage-soa/plugin-soa-common';
import { ownerOf } from '../reservations/__testUtils__/migrated';
import {
  ACCOUNT,
  startReservations,
} from '../reservations/__testUtils__/startReservations';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

function requestOf(
  change: Partial<NetworkRangeRequest> = {},
): NetworkRangeRequest {
  return {
    account: ACCOUNT,
    region: 'us-east-1',
    owner: ownerOf('prod'),
    ...change,
  };
}

describe('the HTTP API of network ranges', () => {
  async function start() {
    const knex = await databases.init('SQLITE_3');
    return { knex, ...(await startReservations(knex)) };
  }

  it('gives a range beside the VPCs that are there, the same again', async () => {
    const { post, get, vpcs, events } = await start();
    vpcs.push('10.0.0.0/24');
    const { body: range, status } = await post('/network-ranges', requestOf());
    expect(status).toBe(200);
    expect(range).toMatchObject({
      name: 'vpc',
      pool: 'workloads',
      cidr: '10.0.1.0/24',
      state: 'held',
      overlaps: [],
      mayRelease: true,
    });
    expect((await post('/network-ranges', requestOf())).body).toEqual(range);
    expect((await get('/network-ranges')).body).toEqual({ items: [range] });
    expect(events[0]).toMatchObject({
      eventId: 'network-allocate',
      outcome: 'success',
      meta: { pool: 'workloads', cidr: '10.0.1.0/24', account: ACCOUNT },
    });
  });

  it('gives nothing out where nobody knows what is taken', async () => {
    const { post, get, problems } = await start();
    problems.push(new Error('UnauthorizedOperation'));
    const answer = await post('/network-ranges', requestOf());
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toMatch(
      /which VPCs are in 111122223333, us-east-1 cannot be read.*UnauthorizedOperation/,
    );
    expect((await get('/network-ranges')).body.items).toEqual([]);
  });

  it('frees a range once its VPCs are read again', async () => {
    const { knex, post, get, remove, run, vpcs } = await start();
    const { body: range } = await post('/network-ranges', requestOf());
    vpcs.push('10.0.0.0/24');
    const { body: freed } = await remove(`/network-ranges?id=${range.id}`);
    expect(freed.items).toMatchObject([
      { id: range.id, state: 'releasing', mayRelease: false },
    ]);
    expect((await remove(`/network-ranges?id=${range.id}`)).status).toBe(404);
    expect(
      (await remove('/network-ranges?componentRef=orders')).body.items,
    ).toEqual([]);
    // The next reading is not to begin in the same millisecond.
    await knex('soa_network_ranges').update({
      released_at: '2026-11-27T00:00:00.000Z',
    });
    await knex('soa_vpc_readings').update({
      read_at: '2026-11-26T00:00:00.000Z',
      tried_at: '2026-11-26T00:00:00.000Z',
    });
    await run('reservations');
    expect((await get('/network-ranges')).body.items).toEqual([]);
    const other = requestOf({ owner: ownerOf('dev') });
    expect((await post('/network-ranges', other)).body.cidr).toBe(
      '10.0.1.0/24',
    );
  });

  it('tells of VPCs of others that have addresses of a range', async () => {
    const { knex, post, get } = await start();
    await post('/network-ranges', requestOf());
    const first = 10 * 2 ** 24;
    const vpc = {
      account: '444455556666',
      region: 'eu-west-1',
      vpc_id: 'vpc-other',
      cidr: '10.0.0.0/16',
      owner_account: '444455556666',
      first,
      last: first + 65_535,
    };
    await knex('soa_vpc_ranges').insert([
      vpc,
      // The owner's own, which is shared with another account.
      {
        ...vpc,
        vpc_id: 'vpc-own',
        owner_account: ACCOUNT,
        region: 'us-east-1',
      },
    ]);
    const [range] = (await get('/network-ranges')).body.items;
    expect(range.overlaps).toEqual([
      {
        id: 'vpc-other',
        account: '444455556666',
        region: 'eu-west-1',
        cidr: '10.0.0.0/16',
      },
    ]);
  });

  it('says in a dry run where it would come from, and takes nothing', async () => {
    const { post, get } = await start();
    const { body } = await post('/network-ranges', requestOf({ dryRun: true }));
    expect(body).toMatchObject({ pool: 'workloads', state: 'allocating' });
    expect((await get('/network-ranges')).body.items).toEqual([]);
  });

  it.each([
    [
      { region: 'eu-west-1' },
      /declares no placement in 111122223333, eu-west-1/,
    ],
    [{ region: 'global' }, /region: must be a Region/],
    [{ pool: 'none' }, /pool: there is no pool none/],
    [{ prefixLength: 20 }, /prefixLength: workloads gives no \/20/],
    [{ prefixLength: 8 }, /prefixLength/],
    [{ name: '../x' }, /name: write 1 to 100/],
  ])('refuses %j', async (change, message) => {
    const { post } = await start();
    const answer = await post('/network-ranges', requestOf(change));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it('is freed a day after its owner was missed first', async () => {
    const { knex, components, post, get, run, events } = await start();
    await post('/network-ranges', requestOf());
    await post('/network-ranges', requestOf({ owner: ownerOf('dev') }));
    const ids = async () =>
      (await get('/network-ranges')).body.items
        .filter(({ state }: { state: string }) => state === 'held')
        .map(({ owner }: { owner: { id: string } }) => owner.id);
    // It is in prod only from now on.
    const orders = components.get('component:default/orders')!;
    orders.spec!.placements = (orders.spec!.placements as object[]).slice(0, 1);
    await run('missing-owners');
    await run('missing-owners');
    expect(await ids()).toHaveLength(2);
    const dayBefore = new Date(Date.now() - 24 * 3_600_000).toISOString();
    await knex('soa_network_ranges')
      .whereNotNull('missing_since')
      .update({ missing_since: dayBefore });
    await run('missing-owners');
    expect(await ids()).toEqual(['prod']);
    expect(events[events.length - 1]).toMatchObject({
      eventId: 'network-owner-ended',
      meta: { owner: 'dev of component:default/orders', isFreed: true },
    });
  });
});
