import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { readDuration } from './readDuration';

/** How long sandbox environments are there. All are milliseconds. */
export interface SandboxSettings {
  /** Where the request does not say. */
  timeToLive: number;
  /** From now on, whenever somebody asks. */
  longest: number;
  /** How long before the end somebody is reminded: the longest first. */
  reminders: number[];
}

const KEY = 'soa.delivery.sandboxEnvironments';
const REMINDERS = ['P1D', 'PT1H'];

/** @throws InputError that names the key at fault */
export function readSandboxSettings(
  config: RootConfigService,
): SandboxSettings {
  const own = config.getOptionalConfig(KEY);
  const timeToLive = read(
    own?.getOptional('timeToLive') ?? 'P7D',
    'timeToLive',
  );
  const longest = read(own?.getOptional('longest') ?? 'P30D', 'longest');
  if (timeToLive > longest) {
    throw new InputError(
      `${KEY}.timeToLive is longer than ${KEY}.longest: make it shorter, or the other longer`,
    );
  }
  const reminders = own?.getOptional('reminders') ?? REMINDERS;
  if (!Array.isArray(reminders)) {
    throw new InputError(`${KEY}.reminders must be a list of durations`);
  }
  return {
    timeToLive,
    longest,
    reminders: reminders
      .map((reminder, index) => read(reminder, `reminders[${index}]`))
      .sort((a, b) => b - a),
  };
}

function read(duration: JsonValue, name: string): number {
  try {
    return readDuration(duration);
  } catch (error) {
    throw new InputError(`${KEY}.${name} ${(error as Error).message}`);
  }
}
