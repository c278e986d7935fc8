import { setTimeout as sleep } from 'node:timers/promises';

/** The time that goes by while runs are waited for. */
export interface RunClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws the signal's reason if it is aborted */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A signal that is aborted once that much time has passed. */
  timeout(milliseconds: number): AbortSignal;
}

export const systemRunClock: RunClock = {
  now: Date.now,
  timeout: milliseconds => AbortSignal.timeout(milliseconds),
  async pause(milliseconds, signal) {
    await sleep(milliseconds, undefined, { signal }).catch(error => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};
