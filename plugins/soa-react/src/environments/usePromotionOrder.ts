import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * The organisation's environments in the order in which changes are promoted:
 * `soa.environments` of the configuration.
 *
 * @public
 */
export function usePromotionOrder(): string[] {
  const environments =
    useApi(configApiRef).getOptionalConfigArray('soa.environments') ?? [];
  return environments.map(environment => environment.getString('name'));
}
