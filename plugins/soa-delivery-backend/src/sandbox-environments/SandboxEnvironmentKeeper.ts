import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ListedRollout, RolloutStore } from '../store';
import { remindersDue } from './remindersDue';
import type { SandboxDestroyer } from './SandboxDestroyer';
import type { SandboxNotifier } from './SandboxNotifier';
import type { SandboxSettings } from './settings';
import type { SandboxRecord, SandboxStore } from './store';

const AT_ONCE = 100;
const AGAIN_AFTER_MS = 10 * 60_000;
const AGAIN_AFTER_AT_MOST_MS = 6 * 3_600_000;

/**
 * Reminds of the ends of sandbox environments, has them destroyed when their time is
 * up, and again where that has failed. Each step can be taken again after a crash, by
 * any replica.
 */
export class SandboxEnvironmentKeeper {
  constructor(
    private readonly options: {
      store: SandboxStore;
      rollouts: Pick<RolloutStore, 'get'>;
      destroyer: Pick<SandboxDestroyer, 'begin' | 'start'>;
      notifier: Pick<SandboxNotifier, 'remind' | 'tellFailure'>;
      settings: Pick<SandboxSettings, 'reminders'>;
      logger: Pick<LoggerService, 'warn'>;
      now?: () => Date;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const { store, logger } = this.options;
    let after: readonly [string, string] | undefined;
    for (;;) {
      const records = await store.list({ after, limit: AT_ONCE });
      for (const record of records) {
        if (signal?.aborted) {
          return;
        }
        try {
          await this.#see(record);
        } catch (error) {
          logger.warn(
            `The sandbox environment ${record.componentRef} could not be seen to, which is tried again: ${error}`,
          );
        }
      }
      if (records.length < AT_ONCE) {
        return;
      }
      const { expiresAt, componentRef } = records[records.length - 1];
      after = [expiresAt, componentRef];
    }
  }

  async #see(record: SandboxRecord): Promise<void> {
    const { destroyer } = this.options;
    const now = this.#now().toISOString();
    const { state, rolloutId, nextAttemptAt = now } = record;
    if (state === 'destroying') {
      await (rolloutId ? this.#follow(record, rolloutId) : this.#start(record));
    } else if (state === 'failed') {
      if (nextAttemptAt <= now) {
        await destroyer.begin(record);
      }
    } else if (record.expiresAt <= now) {
      await destroyer.begin(record);
    } else {
      await this.#remind(record);
    }
  }

  async #remind(record: SandboxRecord): Promise<void> {
    const { store, notifier, settings } = this.options;
    const due = remindersDue(record.expiresAt, settings, this.#now());
    if (due <= record.reminded) {
      return;
    }
    const since = Date.parse(record.expiresAt) - settings.reminders[due - 1];
    if (await notifier.remind(record, { number: due, since })) {
      await store.change(record, { reminded: due });
    }
  }

  /** It was begun, and something kept its rollout from being started or known. */
  async #start(record: SandboxRecord): Promise<void> {
    try {
      await this.options.destroyer.start(record);
    } catch (error) {
      const { name, message } = error as Error;
      if (name !== 'InputError' && name !== 'ConflictError') {
        throw error;
      }
      await this.#fail(record, message);
    }
  }

  async #follow(record: SandboxRecord, rolloutId: string): Promise<void> {
    const { store, rollouts } = this.options;
    const rollout = await rollouts.get(rolloutId);
    if (rollout?.state === 'destroyed') {
      await store.remove(record);
    } else if (!rollout || rollout.endedAt) {
      await this.#fail(record, whyNot(rollout));
    }
  }

  async #fail(record: SandboxRecord, message: string): Promise<void> {
    const { store, notifier } = this.options;
    const pause = Math.min(
      AGAIN_AFTER_MS * 2 ** (record.attempts - 1),
      AGAIN_AFTER_AT_MOST_MS,
    );
    await notifier.tellFailure(record, message);
    await store.change(record, {
      state: 'failed',
      message,
      nextAttemptAt: new Date(this.#now().getTime() + pause).toISOString(),
    });
  }

  #now(): Date {
    return this.options.now?.() ?? new Date();
  }
}

function whyNot(rollout: ListedRollout | undefined): string {
  return rollout
    ? rollout.message ??
        `The rollout that was to destroy it is ${rollout.state}.`
    : 'The rollout that was to destroy it is not there any more.';
}
