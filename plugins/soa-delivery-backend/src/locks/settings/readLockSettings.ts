import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How long locks are kept for whoever does not ask again. */
export interface LockSettings {
  /** Where the request does not say. */
  leaseSeconds: number;
  /** The most that a request may say. */
  maxLeaseSeconds: number;
  /** A place in the queue. */
  waitingSeconds: number;
}

const KEY = 'soa.delivery.locks';
const DEFAULTS = { lease: 3_600, maxLease: 7 * 86_400, waiting: 600 };
// What asks again does so every minute.
const SHORTEST_SECONDS = 120;

/** @throws InputError that names the key at fault */
export function readLockSettings(config: RootConfigService): LockSettings {
  const locks = config.getOptionalConfig(KEY);
  const secondsOf = (name: keyof typeof DEFAULTS) => {
    if (!locks?.has(name)) {
      return DEFAULTS[name];
    }
    const seconds =
      durationToMilliseconds(readDurationFromConfig(locks, { key: name })) /
      1_000;
    if (!(seconds >= SHORTEST_SECONDS)) {
      throw new InputError(
        `${KEY}.${name} is ${seconds} seconds: write 2 minutes or more`,
      );
    }
    return Math.floor(seconds);
  };
  const settings = {
    leaseSeconds: secondsOf('lease'),
    maxLeaseSeconds: secondsOf('maxLease'),
    waitingSeconds: secondsOf('waiting'),
  };
  if (settings.leaseSeconds > settings.maxLeaseSeconds) {
    throw new InputError(
      `${KEY}.lease is longer than ${KEY}.maxLease: make it shorter, or the other longer`,
    );
  }
  return settings;
}
