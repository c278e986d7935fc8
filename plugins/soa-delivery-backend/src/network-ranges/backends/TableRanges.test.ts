import { TestDatabases } from '@backstage/backend-test-utils';
import {
  migrated,
  ownerOf,
  TestClock,
} from '../../reservations/__testUtils__/migrated';
import { parseSpan } from '../pools';
import { RangeStore } from '../store';
import { VpcStore } from '../vpcs';
import { TableRanges } from './TableRanges';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const place = { account: '111122223333', region: 'us-east-1' };

describe.each(databases.eachSupportedId())('TableRanges on %s', databaseId => {
  async function set() {
    const knex = await migrated(await databases.init(databaseId));
    const clock = new TestClock();
    const store = new RangeStore(knex, clock.now);
    const vpcs = new VpcStore(knex);
    let there: string[] = [];
    let problem: string | undefined;
    const read = jest.fn(async () => {
      const at = clock.now().toISOString();
      if (problem) {
        await vpcs.noteFailure(place, problem, at);
        return problem;
      }
      await vpcs.save(
        place,
        there.map(cidr => ({
          vpcId: cidr,
          cidr,
          ownerAccount: place.account,
        })),
        at,
      );
      return undefined;
    });
    const ranges = new TableRanges({
      store,
      vpcs,
      spans: [parseSpan('10.0.0.0/16')!],
      now: clock.now,
      reader: {
        read,
        ensureRead: async () => {
          if (await read()) {
            throw new Error(problem);
          }
        },
      },
    });
    const allocate = (id: string) =>
      ranges.allocate({
        ...place,
        name: 'vpc',
        pool: 'workloads',
        owner: ownerOf(id),
        prefixLength: 24,
        requestedBy: 'user:default/guest',
      });
    const giveBack = async () => {
      const [range] = await store.listReleasing({
        afterId: undefined,
        limit: 1,
      });
      return ranges.giveBack(range);
    };
    return {
      clock,
      store,
      read,
      allocate,
      giveBack,
      setVpcs: (cidrs: string[]) => {
        there = cidrs;
      },
      setProblem: (to: string | undefined) => {
        problem = to;
      },
    };
  }

  it('gives nothing out where it is not known what is taken', async () => {
    const { allocate, setProblem, store } = await set();
    setProblem('AccessDenied');
    await expect(allocate('a')).rejects.toThrow('AccessDenied');
    expect(await store.list({ limit: 1 })).toEqual([]);
  });

  it('keeps the addresses of a VPC that outlives its range', async () => {
    const { allocate, giveBack, setVpcs, store, clock } = await set();
    const range = await allocate('a');
    // It was made since the VPCs were read.
    setVpcs(['10.0.0.0/24']);
    clock.pass(1);
    await store.release(range);
    expect((await allocate('b')).cidr).toBe('10.0.1.0/24');
    clock.pass(1);
    expect(await giveBack()).toBe(true);
    expect((await allocate('c')).cidr).toBe('10.0.2.0/24');
    setVpcs([]);
    expect((await allocate('d')).cidr).toBe('10.0.0.0/24');
  });

  it('frees nothing before the VPCs are read, and asks now and then', async () => {
    const { allocate, giveBack, setProblem, store, clock, read } = await set();
    await store.release(await allocate('a'));
    clock.pass(1);
    setProblem('Throttling');
    expect(await giveBack()).toBe(false);
    const asked = read.mock.calls.length;
    setProblem(undefined);
    clock.pass(60);
    expect(await giveBack()).toBe(false);
    expect(read).toHaveBeenCalledTimes(asked);
    clock.pass(600);
    expect(await giveBack()).toBe(true);
  });
});
