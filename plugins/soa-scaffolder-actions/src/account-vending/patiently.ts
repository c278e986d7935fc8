import { ServiceUnavailableError } from '@backstage/errors';
import type { VendingContext } from './VendingContext';

const PAUSE_MS = 5_000;

type Waiting = Pick<VendingContext, 'clock' | 'deadline' | 'logger' | 'signal'>;

/**
 * Asks again and again until there is an answer.
 *
 * @param ask - gives `undefined` for "not yet"
 * @param options - `what` is waited for, as the rest of a sentence; `isPassing`:
 * which errors are no more than "not yet"
 * @throws ServiceUnavailableError once the time is over
 */
export async function patiently<T>(
  { clock, deadline, logger, signal }: Waiting,
  options: { what: string; isPassing: (error: unknown) => boolean },
  ask: () => Promise<T | undefined>,
): Promise<T> {
  let hasTold = false;
  for (;;) {
    signal?.throwIfAborted();
    let why = '';
    try {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!options.isPassing(error)) {
        throw error;
      }
      why = ` (${(error as Error).message})`;
    }
    if (clock.now() >= deadline) {
      throw new ServiceUnavailableError(
        `Waited in vain for ${options.what}${why}. Run this again with the same input: it goes on where this has stopped.`,
      );
    }
    if (!hasTold) {
      hasTold = true;
      logger.info(`Waiting for ${options.what}${why}`);
    }
    await clock.pause(PAUSE_MS, signal);
  }
}
