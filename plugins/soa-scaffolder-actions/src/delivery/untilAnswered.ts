import type { LoggerService } from '@backstage/backend-plugin-api';
import { pauseForReal } from '../catalog';
import type { Pause } from '../catalog';
import { isUnanswered } from './isUnanswered';

// About as long as a replica of the portal takes to be replaced.
const PAUSES_MS = [2_000, 4_000, 8_000, 16_000];

/**
 * Asks soa-delivery for what it does once, however often it is asked.
 *
 * @throws a refusal at once; what went wrong last if it never answers
 */
export async function untilAnswered<T>(
  ask: () => Promise<T>,
  options: {
    logger: Pick<LoggerService, 'warn'>;
    signal?: AbortSignal;
    pause?: Pause;
  },
): Promise<T> {
  const { logger, signal, pause = pauseForReal } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      signal?.throwIfAborted();
      if (!isUnanswered(error) || attempt === PAUSES_MS.length) {
        throw error;
      }
      if (attempt === 0) {
        logger.warn(
          `soa-delivery gave no answer, and is asked again: ${error.message}`,
        );
      }
    }
    await pause(PAUSES_MS[attempt], signal);
  }
}
