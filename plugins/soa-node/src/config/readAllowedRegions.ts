import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isRegion } from '@backstage-soa/plugin-soa-common';

/**
 * The Regions of `soa.regions`.
 *
 * @throws InputError that names the key at fault
 * @public
 */
export function readAllowedRegions(config: RootConfigService): string[] {
  const regions = config.getOptionalStringArray('soa.regions') ?? [];
  regions.forEach((region, index) => {
    if (!isRegion(region)) {
      throw new InputError(
        `soa.regions[${index}] is "${region}": write an AWS Region such as us-east-1`,
      );
    }
  });
  return regions;
}
