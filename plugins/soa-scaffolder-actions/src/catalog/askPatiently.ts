import { setTimeout as sleep } from 'node:timers/promises';
import { unlessAborted } from '@backstage-soa/plugin-soa-node';

/** Lets some time go by. */
export type Pause = (
  milliseconds: number,
  signal?: AbortSignal,
) => Promise<unknown>;

// What was just published or registered shows up after some seconds.
const ATTEMPTS = 30;
const PAUSE_MS = 2_000;

/** By the clock. */
export const pauseForReal: Pause = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal });

/**
 * Asks again and again, for about a minute.
 *
 * @param ask - gives `undefined` for "not yet"
 * @param options - `tellWait`: is called once, if it takes more than one attempt
 * @returns `undefined` if it is not there after that minute either
 * @throws the signal's reason as soon as it is aborted, also where `ask` hangs
 */
export async function askPatiently<T>(
  ask: () => Promise<T | undefined>,
  options: { tellWait: () => void; signal?: AbortSignal; pause?: Pause },
): Promise<T | undefined> {
  const { tellWait, signal, pause = pauseForReal } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const answer = await unlessAborted(ask(), signal);
    if (answer !== undefined || attempt === ATTEMPTS) {
      return answer;
    }
    if (attempt === 1) {
      tellWait();
    }
    await pause(PAUSE_MS, signal);
  }
}
