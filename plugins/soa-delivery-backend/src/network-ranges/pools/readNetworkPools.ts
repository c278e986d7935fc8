import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { GLOBAL_REGION, isRegion } from '@backstage-soa/plugin-soa-common';
import type { NetworkPool } from './NetworkPool';
import { overlaps, parseSpan } from './Span';

const KEY = 'soa.delivery.network.pools';
// What Amazon VPC takes.
const LARGEST = 16;
const SMALLEST = 28;

/** @throws InputError that names the key at fault */
export function readNetworkPools(config: RootConfigService): NetworkPool[] {
  const pools = (config.getOptionalConfigArray(KEY) ?? []).map((pool, index) =>
    readPool(pool, `${KEY}[${index}]`),
  );
  refuseTwins(pools);
  return pools;
}

function readPool(config: Config, key: string): NetworkPool {
  const name = config.getString('name');
  if (!/^[\w.-]{1,100}$/.test(name)) {
    throw new InputError(
      `${key}.name is "${name}": write 1 to 100 letters, digits, . _ or -`,
    );
  }
  const defaultPrefixLength = config.getNumber('defaultPrefixLength');
  const prefixLengths = config.getOptional<unknown[]>('prefixLengths') ?? [
    defaultPrefixLength,
  ];
  const allowed = [prefixLengths].flat().map((length, index) => {
    if (
      !(
        Number.isInteger(length) &&
        Number(length) >= LARGEST &&
        Number(length) <= SMALLEST
      )
    ) {
      throw new InputError(
        `${key}.prefixLengths[${index}] is ${length}: write a whole number from ${LARGEST} to ${SMALLEST}, as VPCs have`,
      );
    }
    return Number(length);
  });
  if (!allowed.includes(defaultPrefixLength)) {
    throw new InputError(
      `${key}.defaultPrefixLength is ${defaultPrefixLength}, which is not in prefixLengths: add it there`,
    );
  }
  return {
    name,
    regions: readSet(config, 'regions', key, isOneRegion, 'a Region'),
    environments: readSet(config, 'environments', key),
    accounts: readSet(
      config,
      'accounts',
      key,
      value => /^\d{12}$/.test(value),
      'the 12-digit id of an account, in quotes',
    ),
    defaultPrefixLength,
    prefixLengths: new Set(allowed),
    source: readSource(config, key, allowed),
  };
}

function readSource(
  config: Config,
  key: string,
  allowed: readonly number[],
): NetworkPool['source'] {
  if (config.has('cidrs') === config.has('ipam')) {
    throw new InputError(`${key}: write either cidrs or ipam`);
  }
  if (config.has('ipam')) {
    return readIpam(config.getConfig('ipam'), `${key}.ipam`);
  }
  const spans = config.getStringArray('cidrs').map((cidr, index) => {
    const span = parseSpan(cidr);
    if (!span) {
      throw new InputError(
        `${key}.cidrs[${index}] is "${cidr}": write an IPv4 range by its first address, such as 10.0.0.0/8`,
      );
    }
    return span;
  });
  const largest = Math.max(...spans.map(({ first, last }) => last - first + 1));
  const tooLarge = allowed.find(length => 2 ** (32 - length) > largest);
  if (spans.length === 0 || tooLarge !== undefined) {
    throw new InputError(
      spans.length === 0
        ? `${key}.cidrs is empty: write at least one range`
        : `${key}.prefixLengths has ${tooLarge}, but no range of cidrs has room for it`,
    );
  }
  return { kind: 'table', spans };
}

function readIpam(config: Config, key: string): NetworkPool['source'] {
  const poolId = config.getString('poolId');
  const account = config.getString('account');
  const region = config.getString('region');
  if (!/^ipam-pool-[0-9a-f]+$/.test(poolId)) {
    throw new InputError(
      `${key}.poolId is "${poolId}": write the id of an IPAM pool, such as ipam-pool-0123456789abcdef0`,
    );
  }
  if (!/^\d{12}$/.test(account)) {
    throw new InputError(
      `${key}.account is "${account}": write the 12-digit id of an account, in quotes`,
    );
  }
  if (!isOneRegion(region)) {
    throw new InputError(
      `${key}.region is "${region}": write the Region that is the pool's locale`,
    );
  }
  return { kind: 'ipam', poolId, account, region };
}

function readSet(
  config: Config,
  name: string,
  key: string,
  isRight: (value: string) => boolean = value => value !== '',
  what = 'a name',
): ReadonlySet<string> | undefined {
  const values = config.getOptionalStringArray(name);
  values?.forEach((value, index) => {
    if (!isRight(value)) {
      throw new InputError(
        `${key}.${name}[${index}] is "${value}": write ${what}`,
      );
    }
  });
  return values && new Set(values);
}

function isOneRegion(value: string): boolean {
  return isRegion(value) && value !== GLOBAL_REGION;
}

/** @throws InputError for pools that could give the same addresses */
function refuseTwins(pools: readonly NetworkPool[]): void {
  const seen: Array<{ index: number; span: { first: number; last: number } }> =
    [];
  pools.forEach(({ name, source }, index) => {
    if (pools.findIndex(pool => pool.name === name) !== index) {
      throw new InputError(
        `${KEY}[${index}].name is "${name}", as another pool is called: choose another name`,
      );
    }
    for (const span of source.kind === 'table' ? source.spans : []) {
      const twin = seen.find(one => overlaps(one.span, span));
      if (twin) {
        throw new InputError(
          `${KEY}[${index}].cidrs has addresses of ${KEY}[${twin.index}].cidrs: leave them to one of them`,
        );
      }
      seen.push({ index, span });
    }
  });
}
