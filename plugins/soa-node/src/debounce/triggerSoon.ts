import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Debouncer } from './Debouncer';

const REST_MS = 30_000;

/**
 * Lets scheduled tasks run out of turn: soon after they are asked for, not more often
 * than every half minute, and after the run that is under way, which may have missed
 * what they are asked for.
 *
 * @param options - `delay`: milliseconds in which more may come together
 * @public
 */
export function triggerSoon(options: {
  scheduler: Pick<SchedulerService, 'triggerTask'>;
  logger: Pick<LoggerService, 'warn'>;
  delay: number;
}): Debouncer {
  const { scheduler, logger, delay } = options;
  return new Debouncer(
    async taskId => {
      try {
        await scheduler.triggerTask(taskId);
        return false;
      } catch (error) {
        if (isError(error) && error.name === 'ConflictError') {
          return true;
        }
        throw error;
      }
    },
    {
      delay,
      rest: REST_MS,
      onError: (taskId, error) =>
        logger.warn(`task ${taskId} waits for its next turn: ${error}`),
    },
  );
}
