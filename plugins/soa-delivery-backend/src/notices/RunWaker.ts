import type { LoggerService } from '@backstage/backend-plugin-api';
import { readNotification } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';

const AT_ONCE = 5;
const LONGEST_ID = 100;

/** What HCP Terraform tells of: a run, where, and what has become of it. */
interface ToldRun {
  organization: string;
  runId: string;
  /** Such as `run:completed`. */
  triggers: readonly string[];
}

/**
 * Lets what waits for a run go on as soon as HCP Terraform tells of it. What it
 * tells is not believed further than that: the run is asked for, and what nobody
 * here waits for is nothing.
 */
export class RunWaker {
  readonly #limit = pLimit(AT_ONCE);
  /** Those that are seen to, and what was told of each and is not seen to yet. */
  readonly #waking = new Map<string, { told: Array<readonly string[]> }>();

  constructor(
    private readonly options: {
      organizations: () => string[];
      /** Each takes further what waits for the run. */
      wakes: ReadonlyArray<
        (run: ToldRun, signal: AbortSignal) => Promise<void>
      >;
      logger: Pick<LoggerService, 'warn'>;
      /** Aborted when the backend stops. */
      signal: AbortSignal;
    },
  ) {}

  /**
   * Ends once what waits for the run has gone on, and never fails.
   *
   * @param body - of a notification, whoever has sent it
   */
  async take(body: unknown): Promise<void> {
    const { workspace, runId, triggers = [] } = readNotification(body) ?? {};
    const organization = workspace?.organization;
    if (
      organization &&
      runId &&
      runId.length <= LONGEST_ID &&
      this.options.organizations().includes(organization)
    ) {
      await this.#wake({ organization, runId, triggers });
    }
  }

  /** A run tells much in a short time: once after the last of it will do. */
  async #wake(run: ToldRun): Promise<void> {
    const { wakes, logger, signal } = this.options;
    const waking = this.#waking.get(run.runId);
    if (waking) {
      waking.told.push(run.triggers);
      return;
    }
    const own = { told: [run.triggers] };
    this.#waking.set(run.runId, own);
    try {
      while (own.told.length > 0 && !signal.aborted) {
        const triggers = [...new Set(own.told.splice(0).flat())];
        await this.#limit(() =>
          Promise.all(wakes.map(wake => wake({ ...run, triggers }, signal))),
        );
      }
    } catch (error) {
      if (!signal.aborted) {
        // It goes on with the next look at all of them.
        logger.warn(
          `What waits for the run ${run.runId} could not go on when HCP Terraform told of it: ${error}`,
        );
      }
    } finally {
      this.#waking.delete(run.runId);
    }
  }
}
