import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { fullEntityRef } from '@backstage-soa/plugin-soa-common';
import { STATEFUL_TYPES } from './STATEFUL_TYPES';

const GROUPS_KEY = 'soa.delivery.statefulDestroys.groups';
const OWNERS_KEY = 'soa.platform.owners';
const TYPES_KEY = 'soa.delivery.statefulDestroys.types';

/**
 * What is data, and who may approve that production loses it: those who own the
 * platform unless the configuration says otherwise.
 *
 * @throws InputError that names the key at fault
 */
export function readDestroySettings(config: RootConfigService): {
  destroyApprovers: string[];
  statefulTypes: ReadonlySet<string>;
} {
  const key = config.has(GROUPS_KEY) ? GROUPS_KEY : OWNERS_KEY;
  const destroyApprovers = (config.getOptionalStringArray(key) ?? []).map(
    (group, index) => {
      const ref = fullEntityRef(group, {
        defaultKind: 'Group',
        defaultNamespace: 'default',
      });
      if (!ref) {
        throw new InputError(
          `${key}[${index}] is "${group}": write the entity reference of a group, such as group:default/team-platform`,
        );
      }
      return ref;
    },
  );
  return {
    destroyApprovers,
    statefulTypes: new Set([
      ...STATEFUL_TYPES,
      ...(config.getOptionalStringArray(TYPES_KEY) ?? []),
    ]),
  };
}
