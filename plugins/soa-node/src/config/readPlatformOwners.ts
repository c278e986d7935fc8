import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ownerRef } from '@backstage-soa/plugin-soa-common';

const KEY = 'soa.platform.owners';

/**
 * The groups of `soa.platform.owners`, as full references.
 *
 * @throws InputError that names the entry at fault
 * @public
 */
export function readPlatformOwners(config: RootConfigService): string[] {
  return (config.getOptionalStringArray(KEY) ?? []).map((entry, index) => {
    const ref = ownerRef(entry);
    if (!ref?.startsWith('group:')) {
      throw new InputError(
        `${KEY}[${index}] is "${entry}": write a group such as group:default/platform`,
      );
    }
    return ref;
  });
}
