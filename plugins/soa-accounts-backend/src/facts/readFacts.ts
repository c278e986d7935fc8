import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  isRegion,
  isRuntime,
  ownerRef,
} from '@backstage-soa/plugin-soa-common';
import type { AccountFacts } from './AccountTags';
import { refuseOtherKeys } from './refuseOtherKeys';

type Config = Pick<
  RootConfigService,
  'get' | 'getOptionalString' | 'getOptionalStringArray'
>;

const FACTS = [
  'environment',
  'runtimes',
  'regions',
  'owner',
  'businessUnit',
  'allowedOwners',
];

/**
 * What a part of the configuration says of accounts.
 *
 * @param key - where that part is
 * @param environments - those of `soa.environments`; none where it has none
 * @throws InputError that names the key at fault
 */
export function readFacts(
  config: Config,
  key: string,
  environments: readonly string[],
): Partial<AccountFacts> {
  refuseOtherKeys(config, key, FACTS);
  const list = <T>(
    name: string,
    parse: (item: string) => T | undefined,
    example: string,
  ): T[] | undefined =>
    config.getOptionalStringArray(name)?.map((item, index) => {
      const parsed = parse(item);
      if (parsed === undefined) {
        throw new InputError(
          `${key}.${name}[${index}] is "${item}": write ${example}`,
        );
      }
      return parsed;
    });
  const environment = config.getOptionalString('environment');
  if (
    environment &&
    environments.length > 0 &&
    !environments.includes(environment)
  ) {
    throw new InputError(
      `${key}.environment is "${environment}": write one of soa.environments, which are ${environments.join(
        ', ',
      )}`,
    );
  }
  const owner = config.getOptionalString('owner');
  const ownerEntity = owner === undefined ? undefined : ownerRef(owner);
  if (owner !== undefined && !ownerEntity) {
    throw new InputError(
      `${key}.owner is "${owner}": write a group such as group:default/platform`,
    );
  }
  const facts: Partial<AccountFacts> = {
    environment,
    runtimes: list(
      'runtimes',
      item => (isRuntime(item) ? item : undefined),
      'a runtime such as ecs-fargate',
    ),
    regions: list(
      'regions',
      item => (isRegion(item) ? item : undefined),
      'an AWS Region such as us-east-1',
    ),
    owner: ownerEntity,
    businessUnit: config.getOptionalString('businessUnit'),
    allowedOwners: list(
      'allowedOwners',
      ownerRef,
      'a group such as group:default/team-shop',
    ),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
}
