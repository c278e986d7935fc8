import type { LoggerService } from '@backstage/backend-plugin-api';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { RolloutSourceReader } from '../source';
import type { RolloutRecord, RolloutStore, TargetRecord } from '../store';
import { advanceTarget } from './advanceTarget';
import type { TargetContext } from './advanceTarget';
import { rolloutEnd } from './rolloutEnd';

const ENDED: ReadonlyArray<TargetRecord['state']> = [
  'applied',
  'failed',
  'canceled',
  'skipped',
];

const FINAL_KINDS = ['bad-token', 'not-found-or-not-allowed', 'invalid'];
const FINAL_ERRORS = ['InputError', 'NotFoundError', 'NotAllowedError'];

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
    for (const rollout of await this.options.store.listRunning()) {
      signal?.throwIfAborted();
      try {
        await this.#advance(rollout, signal);
      } catch (error) {
        signal?.throwIfAborted();
        // One rollout that cannot go on does not hold up the others.
        this.options.logger.error(`Rollout ${rollout.id} could not go on`, {
          reason: String(error),
        });
      }
    }
  }

  async #advance(rollout: RolloutRecord, signal?: AbortSignal): Promise<void> {
    const { store, maxConcurrent } = this.options;
    const hasFailed = rollout.targets.some(({ state }) => state === 'failed');
    const underWay = rollout.targets.filter(
      ({ state }) => state !== 'waiting' && !ENDED.includes(state),
    );
    const waiting = rollout.targets.filter(({ state }) => state === 'waiting');
    if (hasFailed) {
      for (const target of waiting) {
        await store.changeTarget(target, { state: 'skipped' });
      }
    }
    const next = hasFailed
      ? underWay
      : [
          ...underWay,
          ...waiting.slice(0, Math.max(maxConcurrent - underWay.length, 0)),
        ];
    let archive: Promise<Uint8Array> | undefined;
    const sharedArchive = () => {
      archive = archive ?? this.#archive(rollout, signal);
      return archive;
    };
    await Promise.all(
      next.map(target =>
        this.#advanceTarget(rollout, target, sharedArchive, signal),
      ),
    );
    const now = (await store.get(rollout.id))!;
    if (now.targets.every(({ state }) => ENDED.includes(state))) {
      const { state, message } = rolloutEnd(now.targets);
      await store.end(rollout.id, state, message);
    }
  }

  async #advanceTarget(
    rollout: RolloutRecord,
    target: TargetRecord,
    archive: () => Promise<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, hcpTerraform, now = () => new Date() } = this.options;
    const [, organization] = target.placement.workspace.split('/').reverse();
    try {
      const context: TargetContext = {
        client: hcpTerraform.client(organization),
        componentRef: rollout.componentRef,
        archive,
        keep: change => store.changeTarget(target, change),
        now,
        signal,
      };
      const change = await advanceTarget(target, context);
      if (change) {
        await store.changeTarget(target, change);
      }
    } catch (error) {
      signal?.throwIfAborted();
      await store.changeTarget(target, this.#afterError(error as Error));
    }
  }

  /** Only what will not pass by itself ends a target; the rest is tried again. */
  #afterError(error: Error) {
    const isFinal =
      error instanceof HcpTerraformError
        ? FINAL_KINDS.includes(error.kind)
        : FINAL_ERRORS.includes(error.name);
    return isFinal
      ? { state: 'failed' as const, error: error.message }
      : { error: `${error.message}. It is tried again.` };
  }

  /** Read once, and kept: all workspaces get the same bytes. */
  async #archive(
    rollout: RolloutRecord,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const { store, sourceReader } = this.options;
    const kept = await store.readArchive(rollout.id);
    if (kept) {
      return kept;
    }
    const archive = await sourceReader.read(rollout.sourceUrl, signal);
    await store.keepArchive(rollout.id, archive);
    return archive;
  }
}
