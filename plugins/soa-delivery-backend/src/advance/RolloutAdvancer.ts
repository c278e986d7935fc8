import type { LoggerService } from '@backstage/backend-plugin-api';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import type { RolloutSourceReader } from '../source';
import type {
  RolloutRecord,
  RolloutStore,
  TargetChange,
  TargetRecord,
} from '../store';
import { advanceTarget } from './advanceTarget';
import { afterError, WORKED } from './afterError';
import { rolloutEnd } from './rolloutEnd';

const ROLLOUTS_AT_ONCE = 5;

const ENDED: ReadonlyArray<TargetRecord['state']> = [
  'applied',
  'failed',
  'canceled',
  'skipped',
];

/** Takes every running rollout as far as it can go now. */
export class RolloutAdvancer {
  constructor(
    private readonly options: {
      store: RolloutStore;
      hcpTerraform: HcpTerraform;
      sourceReader: RolloutSourceReader;
      logger: LoggerService;
      maxConcurrent: number;
      now?: () => Date;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const limit = pLimit(ROLLOUTS_AT_ONCE);
    const running = await this.options.store.listRunning();
    await Promise.all(
      running.map(rollout => limit(() => this.#tryToAdvance(rollout, signal))),
    );
    signal?.throwIfAborted();
  }

  /** One rollout that cannot go on does not hold up the others. */
  async #tryToAdvance(
    rollout: RolloutRecord,
    signal?: AbortSignal,
  ): Promise<void> {
    if (signal?.aborted) {
      return;
    }
    try {
      await this.#advance(rollout, signal);
    } catch (error) {
      if (!signal?.aborted) {
        this.options.logger.error(`Rollout ${rollout.id} could not go on`, {
          reason: String(error),
        });
      }
    }
  }

  async #advance(rollout: RolloutRecord, signal?: AbortSignal): Promise<void> {
    const { store } = this.options;
    let archive: Promise<Uint8Array> | undefined;
    const sharedArchive = () => {
      archive = archive ?? this.#archive(rollout, signal);
      return archive;
    };
    await Promise.all(
      (
        await this.#next(rollout)
      ).map(target =>
        this.#advanceTarget(rollout, target, sharedArchive, signal),
      ),
    );
    const { targets } = (await store.get(rollout.id))!;
    if (targets.every(({ state }) => ENDED.includes(state))) {
      const { state, message } = rolloutEnd(targets);
      await store.end(rollout.id, state, message);
    }
  }

  /** The targets that may go on; after a failure, no other begins. */
  async #next({ targets }: RolloutRecord): Promise<TargetRecord[]> {
    const { store, maxConcurrent, now = () => new Date() } = this.options;
    const waiting = targets.filter(({ state }) => state === 'waiting');
    const underWay = targets.filter(
      ({ state }) => state !== 'waiting' && !ENDED.includes(state),
    );
    const hasFailed = targets.some(({ state }) => state === 'failed');
    if (hasFailed) {
      for (const target of waiting) {
        await store.changeTarget(target, { state: 'skipped' });
      }
    }
    const free = hasFailed ? 0 : Math.max(maxConcurrent - underWay.length, 0);
    const at = now().toISOString();
    return [...underWay, ...waiting.slice(0, free)].filter(
      ({ nextAttemptAt }) => !nextAttemptAt || nextAttemptAt <= at,
    );
  }

  async #advanceTarget(
    rollout: RolloutRecord,
    target: TargetRecord,
    archive: () => Promise<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, hcpTerraform, now = () => new Date() } = this.options;
    const [, organization] = target.placement.workspace.split('/').reverse();
    let current = target;
    const keep = async (change: TargetChange) => {
      current = await store.changeTarget(current, change);
    };
    try {
      const change = await advanceTarget(target, {
        client: hcpTerraform.client(organization),
        componentRef: rollout.componentRef,
        archive,
        keep,
        now,
        signal,
      });
      const hadFailed = target.failedAttempts > 0;
      if (change || hadFailed) {
        await keep({ ...(hadFailed && WORKED), ...change });
      }
    } catch (error) {
      signal?.throwIfAborted();
      await keep(afterError(current, error as Error, now()));
    }
  }

  /** Read once, and kept: all workspaces get the same bytes. */
  async #archive(
    { id, sourceUrl }: RolloutRecord,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const { store, sourceReader } = this.options;
    return (
      (await store.archives.read(id)) ??
      store.archives.keep(id, await sourceReader.read(sourceUrl, signal))
    );
  }
}
