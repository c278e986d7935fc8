import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Later } from './BakeTimers';

/**
 * Timers of a backend, which it does not wait for when it stops.
 *
 * @param stopping - aborted then
 */
export function laterIn(
  stopping: AbortSignal,
  logger: Pick<LoggerService, 'warn'>,
): Later {
  return (milliseconds, act) => {
    const run = async () => {
      if (stopping.aborted) {
        return;
      }
      try {
        await act(stopping);
      } catch (error) {
        // It goes on with the next look at all of them.
        logger.warn(`What was due could not be done: ${error}`);
      }
    };
    setTimeout(run, milliseconds).unref();
  };
}
