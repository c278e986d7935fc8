import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const MOST_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/**
 * @param bake - a duration as in the configuration, such as `PT30M` or `30m`
 * @returns seconds
 * @throws Error that says what is wrong
 */
export function readBake(bake: string): number {
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ bake }), { key: 'bake' }),
    );
  } catch {
    throw new Error('must be a duration, such as PT30M');
  }
  if (!(milliseconds >= 0) || milliseconds > MOST_DAYS * DAY_MS) {
    throw new Error(`must be a duration of at most ${MOST_DAYS} days`);
  }
  return Math.round(milliseconds / 1_000);
}
