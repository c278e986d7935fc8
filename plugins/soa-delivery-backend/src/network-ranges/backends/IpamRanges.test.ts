import { EC2Client } from '@aws-sdk/client-ec2';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  migrated,
  ownerOf,
  TestClock,
} from '../../reservations/__testUtils__/migrated';
import { RangeStore } from '../store';
import type { RangeWish } from '../store';
import { IpamRanges } from './IpamRanges';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const pool = {
  poolId: 'ipam-pool-0123',
  account: '999988887777',
  region: 'us-east-1',
};
const wishOf = (id: string): RangeWish => ({
  name: 'vpc',
  pool: 'ipam',
  account: '111122223333',
  region: 'us-east-1',
  owner: ownerOf(id),
  prefixLength: 24,
  requestedBy: 'user:default/guest',
});

interface Allocation {
  Cidr: string;
  IpamPoolAllocationId: string;
  Description: string;
}

/** An IPAM pool: one allocation for each client token. */
class FakeIpam {
  readonly allocations = new Map<string, Allocation>();
  /** Whether an answer is lost once it is done. */
  losesAnswer = false;
  calls: string[] = [];
  #number = 0;

  ec2 = async () => {
    const client = new EC2Client({ region: 'us-east-1' });
    jest
      .spyOn(client, 'send')
      .mockImplementation((async (command: {
        constructor: { name: string };
        input: any;
      }) => this.#answer(command.constructor.name, command.input)) as never);
    return client;
  };

  #answer(name: string, input: any) {
    this.calls.push(name);
    if (name === 'GetIpamPoolAllocationsCommand') {
      return { IpamPoolAllocations: [...this.allocations.values()] };
    }
    if (name === 'ReleaseIpamPoolAllocationCommand') {
      const found = [...this.allocations].find(
        ([, { IpamPoolAllocationId: id, Cidr }]) =>
          id === input.IpamPoolAllocationId && Cidr === input.Cidr,
      );
      if (!found) {
        throw Object.assign(new Error('It is not there'), {
          name: 'InvalidIpamPoolAllocationId.NotFound',
        });
      }
      this.allocations.delete(found[0]);
      return { Success: true };
    }
    const known = this.allocations.get(input.ClientToken);
    if (!known) {
      this.#number += 1;
      this.allocations.set(input.ClientToken, {
        Cidr: `10.0.${this.#number}.0/${input.NetmaskLength}`,
        IpamPoolAllocationId: `ipam-pool-alloc-${this.#number}`,
        Description: input.Description,
      });
    }
    if (this.losesAnswer) {
      throw new Error('The connection has ended');
    }
    return { IpamPoolAllocation: this.allocations.get(input.ClientToken) };
  }
}

describe.each(databases.eachSupportedId())('IpamRanges on %s', databaseId => {
  async function set() {
    const knex = await migrated(await databases.init(databaseId));
    const clock = new TestClock();
    const store = new RangeStore(knex, clock.now);
    const ipam = new FakeIpam();
    const ranges = new IpamRanges({ store, aws: ipam, pool, now: clock.now });
    const releasing = async () =>
      (await store.listReleasing({ afterId: undefined, limit: 10 }))[0];
    return { store, ipam, ranges, clock, releasing };
  }

  it('has AWS IPAM allocate once, however often it is asked', async () => {
    const { ranges, ipam } = await set();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => ranges.allocate(wishOf('a'))),
    );
    expect(new Set(all.map(({ cidr }) => cidr))).toEqual(
      new Set(['10.0.1.0/24']),
    );
    expect(await ranges.allocate(wishOf('a'))).toMatchObject({
      state: 'held',
      allocationId: 'ipam-pool-alloc-1',
    });
    expect(ipam.allocations.size).toBe(1);
  });

  it('finds again what was allocated without anybody hearing of it', async () => {
    const { ranges, ipam, store } = await set();
    ipam.losesAnswer = true;
    await expect(ranges.allocate(wishOf('a'))).rejects.toThrow(
      'pool: AWS IPAM gives no /24 of ipam; caused by Error: The connection has ended',
    );
    expect((await store.find(wishOf('a')))?.state).toBe('allocating');
    ipam.calls = [];
    expect((await ranges.allocate(wishOf('a'))).cidr).toBe('10.0.1.0/24');
    // Long after, AWS does not remember the token any more.
    expect(ipam.calls).not.toContain('AllocateIpamPoolCidrCommand');
  });

  it('gives back, and again where nobody knows whether it was', async () => {
    const { ranges, ipam, store, releasing } = await set();
    const range = await ranges.allocate(wishOf('a'));
    await store.release(range);
    await expect(ranges.allocate(wishOf('a'))).rejects.toThrow(
      'name: the range vpc is being given back: try again in some minutes',
    );
    ipam.allocations.clear();
    expect(await ranges.giveBack(await releasing())).toBe(true);
    expect(await store.find(wishOf('a'))).toBeUndefined();
    expect((await ranges.allocate(wishOf('a'))).cidr).toBe('10.0.2.0/24');
  });

  it('gives back what may have been allocated, in time', async () => {
    const { ranges, ipam, store, clock, releasing } = await set();
    const range = await store.announce(wishOf('a'));
    await store.release(range);
    // Nobody knows yet whether AWS has given it.
    await expect(ranges.allocate(wishOf('a'))).rejects.toThrow(
      'is being given back',
    );
    // Somebody may still be at it.
    expect(await ranges.giveBack(await releasing())).toBe(false);
    ipam.allocations.set(range.id, {
      Cidr: '10.0.9.0/24',
      IpamPoolAllocationId: 'ipam-pool-alloc-9',
      Description: `backstage-soa ${range.id}`,
    });
    expect(await ranges.giveBack(await releasing())).toBe(true);
    expect(ipam.allocations.size).toBe(0);

    await store.release(await store.announce(wishOf('b')));
    clock.pass(600);
    expect(await ranges.giveBack(await releasing())).toBe(true);
  });

  it('keeps what could not be given back', async () => {
    const { ranges, ipam, store, releasing } = await set();
    await store.release(await ranges.allocate(wishOf('a')));
    jest.spyOn(ipam, 'ec2').mockRejectedValue(new Error('No credentials'));
    await expect(ranges.giveBack(await releasing())).rejects.toThrow(
      'No credentials',
    );
    expect(await releasing()).toBeDefined();
  });
});
