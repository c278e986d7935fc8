import type {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ownerRef } from '@backstage-soa/plugin-soa-common';

const KEY = 'catalog.providers.soa';
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 5 },
};

/** What the configuration says of bringing the inventory into the catalog. */
export interface ProviderSettings {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** A full reference. */
  defaultOwner: string;
}

/**
 * @returns `undefined` if the configuration does not ask for it
 * @throws InputError that names the key at fault
 */
export function readProviderSettings(
  config: RootConfigService,
): ProviderSettings | undefined {
  const settings = config.getOptionalConfig(KEY);
  if (!settings) {
    return undefined;
  }
  const owner = settings.getOptionalString('defaultOwner') ?? 'unknown';
  const defaultOwner = ownerRef(owner);
  if (!defaultOwner) {
    throw new InputError(
      `${KEY}.defaultOwner is "${owner}": write a group such as group:default/platform`,
    );
  }
  return {
    schedule: settings.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          settings.getConfig('schedule'),
        )
      : DEFAULT_SCHEDULE,
    defaultOwner,
  };
}
