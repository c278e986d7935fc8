import type { LoggerService } from '@backstage/backend-plugin-api';
import { readRolloutTestResult } from '@backstage-soa/plugin-soa-node';
import type { RolloutStore } from '../store';
import { takeTestResult } from './takeTestResult';

const ATTEMPTS = 20;

/** Keeps what integration tests tell of rollouts. */
export class TestResults {
  constructor(
    private readonly options: {
      store: Pick<RolloutStore, 'get' | 'change'>;
      logger: Pick<LoggerService, 'info'>;
      now?: () => Date;
    },
  ) {}

  /**
   * @param body - signed by the test, which was looked at before
   * @returns the id of the rollout that may go on now, if there is one
   */
  async take(body: unknown): Promise<string | undefined> {
    const { store, logger, now = () => new Date() } = this.options;
    const result = readRolloutTestResult(body);
    for (let attempt = 0; result && attempt < ATTEMPTS; attempt += 1) {
      const rollout = await store.get(result.rolloutId);
      const change = rollout && takeTestResult(rollout, result, now());
      if (!rollout || !change) {
        logger.info(
          `No check waits for what the test ${result.name} tells of rollout ${result.rolloutId}`,
        );
        return undefined;
      }
      try {
        await store.change(rollout, change);
        return rollout.id;
      } catch (error) {
        if ((error as Error).name !== 'ConflictError') {
          throw error;
        }
      }
    }
    return undefined;
  }
}
