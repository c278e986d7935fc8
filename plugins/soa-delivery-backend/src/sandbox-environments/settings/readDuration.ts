import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { JsonValue } from '@backstage/types';

/**
 * @param duration - as in the configuration, such as `P7D` or `{ days: 7 }`
 * @returns milliseconds
 * @throws Error that says what is wrong
 */
export function readDuration(duration: JsonValue): number {
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ duration }), {
        key: 'duration',
      }),
    );
  } catch {
    throw new Error('must be a duration, such as P7D');
  }
  if (!(milliseconds > 0)) {
    throw new Error('must be a duration of more than nothing, such as P7D');
  }
  return milliseconds;
}
