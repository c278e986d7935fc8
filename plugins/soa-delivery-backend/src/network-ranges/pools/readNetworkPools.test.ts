import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { choosePool } from './choosePool';
import { readNetworkPools } from './readNetworkPools';

const read = (...pools: JsonObject[]) =>
  readNetworkPools(
    new ConfigReader({ soa: { delivery: { network: { pools } } } }),
  );

const pool = {
  name: 'workloads',
  cidrs: ['10.0.0.0/8'],
  defaultPrefixLength: 20,
};

describe('readNetworkPools', () => {
  it('reads pools of both kinds, and none', () => {
    expect(readNetworkPools(new ConfigReader({}))).toEqual([]);
    const [table, ipam] = read(
      {
        ...pool,
        regions: ['us-east-1'],
        environments: ['prod'],
        accounts: ['111122223333'],
        prefixLengths: [18, 20],
      },
      {
        name: 'ipam',
        ipam: {
          poolId: 'ipam-pool-0123abcd',
          account: '111122223333',
          region: 'us-east-1',
        },
        defaultPrefixLength: 24,
      },
    );
    expect(table).toMatchObject({
      name: 'workloads',
      prefixLengths: new Set([18, 20]),
      source: { kind: 'table', spans: [{ first: 167772160, last: 184549375 }] },
    });
    expect(ipam).toMatchObject({
      regions: undefined,
      prefixLengths: new Set([24]),
      source: { kind: 'ipam', poolId: 'ipam-pool-0123abcd' },
    });
  });

  it.each([
    [{ name: 'a b' }, '[0].name is "a b"'],
    [{ cidrs: ['10.0.0.1/8'] }, '[0].cidrs[0] is "10.0.0.1/8"'],
    [{ cidrs: [] }, '[0].cidrs is empty'],
    [{ cidrs: ['10.0.0.0/22'] }, '[0].prefixLengths has 20'],
    [{ ipam: {} }, '[0]: write either cidrs or ipam'],
    [{ cidrs: undefined }, '[0]: write either cidrs or ipam'],
    [{ defaultPrefixLength: 8 }, '[0].prefixLengths[0] is 8'],
    [{ prefixLengths: [18] }, '[0].defaultPrefixLength is 20'],
    [{ prefixLengths: [20, '24'] }, '[0].prefixLengths[1] is 24'],
    [{ regions: ['global'] }, '[0].regions[0] is "global"'],
    [{ accounts: ['1'] }, '[0].accounts[0] is "1"'],
  ])('names the key at fault: %j', (change, key) => {
    expect(() => read({ ...pool, ...change } as JsonObject)).toThrow(
      `soa.delivery.network.pools${key}`,
    );
  });

  it('refuses pools that could give the same addresses, or have one name', () => {
    expect(() =>
      read(pool, { ...pool, name: 'b', cidrs: ['10.9.0.0/16'] }),
    ).toThrow(
      'soa.delivery.network.pools[1].cidrs has addresses of soa.delivery.network.pools[0].cidrs',
    );
    expect(() => read(pool, { ...pool, cidrs: ['172.16.0.0/12'] })).toThrow(
      'soa.delivery.network.pools[1].name is "workloads"',
    );
  });
});

describe('choosePool', () => {
  const pools = read(
    { ...pool, environments: ['prod'], prefixLengths: [18, 20] },
    {
      ...pool,
      name: 'others',
      cidrs: ['172.16.0.0/12'],
      regions: ['us-east-1'],
    },
  );
  const place = { account: '111122223333', region: 'us-east-1' };

  it('takes the first that is for the place, unless one is named', () => {
    const prod = { ...place, environment: 'prod' };
    expect(choosePool(pools, { place: prod })).toMatchObject({
      pool: { name: 'workloads' },
      prefixLength: 20,
    });
    expect(choosePool(pools, { place })).toMatchObject({
      pool: { name: 'others' },
    });
    expect(choosePool(pools, { place: prod, pool: 'others' }).pool.name).toBe(
      'others',
    );
  });

  it('says what is wrong with what was asked for', () => {
    expect(() =>
      choosePool(pools, { place: { ...place, region: 'eu-west-1' } }),
    ).toThrow('pool: there is no pool for 111122223333, eu-west-1');
    expect(() => choosePool(pools, { place, pool: 'workloads' })).toThrow(
      'pool: workloads is not for 111122223333, us-east-1',
    );
    expect(() => choosePool(pools, { place, prefixLength: 24 })).toThrow(
      'prefixLength: others gives no /24: choose one of /20',
    );
    expect(() => choosePool(pools, { place, pool: 'none' })).toThrow(
      'pool: there is no pool none',
    );
  });
});
