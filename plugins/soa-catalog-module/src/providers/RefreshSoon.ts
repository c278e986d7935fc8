import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';

// Changes seldom come alone.
const GATHER_MS = 2_000;
const RUNNING_MS = 5_000;
// A refresh that takes longer than this has its next one by its schedule.
const MOST_ATTEMPTS = 60;

/**
 * Has the scheduler run a task soon, once for all that ask while it waits: on one replica
 * and never beside itself, as by its schedule.
 */
export class RefreshSoon {
  #isWaiting = false;

  constructor(
    private readonly options: {
      taskId: string;
      scheduler: Pick<SchedulerService, 'triggerTask'>;
      logger: Pick<LoggerService, 'warn'>;
      signal: AbortSignal;
      pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
    },
  ) {}

  async ask(): Promise<void> {
    const { taskId, logger, signal, pause = pauseFor } = this.options;
    if (this.#isWaiting) {
      return;
    }
    this.#isWaiting = true;
    try {
      await pause(GATHER_MS, signal);
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
        if (await this.#trigger()) {
          return;
        }
        // What it reads now may be older than the change.
        await pause(RUNNING_MS, signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        logger.warn(
          `${taskId} runs by its schedule, and not for a change: ${stringifyError(
            error,
          )}`,
        );
      }
    } finally {
      this.#isWaiting = false;
    }
  }

  /** @returns whether it runs soon; not if it is running already */
  async #trigger(): Promise<boolean> {
    const { scheduler, taskId } = this.options;
    try {
      await scheduler.triggerTask(taskId);
      return true;
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        return false;
      }
      throw error;
    }
  }
}

async function pauseFor(milliseconds: number, signal: AbortSignal) {
  await sleep(milliseconds, undefined, { signal });
}
