import type { RootConfigService } from '@backstage/backend-plugin-api';

const NAMES = {
  environment: 'soa:environment',
  runtimes: 'soa:runtimes',
  regions: 'soa:regions',
  owner: 'soa:owner',
  businessUnit: 'soa:business-unit',
  allowedOwners: 'soa:allowed-owners',
};

/**
 * Which tag of an AWS account says what.
 *
 * @public
 */
export type AccountTagNames = Record<keyof typeof NAMES, string>;

/**
 * The names of `soa.aws.tags`, and those that are used without it.
 *
 * @public
 */
export function readAccountTagNames(
  config: RootConfigService,
): AccountTagNames {
  const names = { ...NAMES };
  for (const key of Object.keys(NAMES) as Array<keyof typeof NAMES>) {
    names[key] = config.getOptionalString(`soa.aws.tags.${key}`) ?? NAMES[key];
  }
  return names;
}
