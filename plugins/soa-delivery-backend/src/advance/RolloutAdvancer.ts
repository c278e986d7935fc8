import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  ConfigurationSourceReader,
  HcpTerraform,
} from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import type { AccessHolds } from '../access';
import { auditedBy } from '../audit';
import type {
  RolloutRecord,
  RolloutStore,
  TargetChange,
  TargetRecord,
} from '../store';
import { advanceTarget } from './advanceTarget';
import { afterError } from './afterError';
import { dueRollouts } from './dueRollouts';
import { dueTargets, hasEnded, hasStopped } from './dueTargets';
import { WORKED } from './patience';
import { rolloutEnd } from './rolloutEnd';
import type { StepDeadlines } from './StepDeadlines';
import { withDeadline } from './withDeadline';

const ROLLOUTS_AT_ONCE = 5;

/** From planned to the next placement's run. */
const PASSES_AT_ONCE = 6;

/** Takes every running rollout as far as it can go now. */
export class RolloutAdvancer {
  readonly #now: () => Date;

  constructor(
    private readonly options: {
      store: RolloutStore;
      hcpTerraform: HcpTerraform;
      sourceReader: ConfigurationSourceReader;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: LoggerService;
      maxConcurrent: number;
      deadlines: StepDeadlines;
      /** What keeps placements from beginning at a time. */
      readHolds: (at: Date) => Promise<AccessHolds>;
      now?: () => Date;
    },
  ) {
    this.#now = options.now ?? (() => new Date());
  }

  async run(signal?: AbortSignal): Promise<void> {
    const limit = pLimit(ROLLOUTS_AT_ONCE);
    const holds = await this.options.readHolds(this.#now());
    const due = dueRollouts(await this.options.store.listRunning(), {
      maxConcurrent: this.options.maxConcurrent,
      at: this.#now(),
      holds,
    });
    await Promise.all(
      due.map(rollout =>
        limit(() => this.#tryToAdvance(rollout, holds, signal)),
      ),
    );
    signal?.throwIfAborted();
  }

  /**
   * Takes the rollout that a run is of further at once: that run, and what was
   * waiting for it.
   */
  async wake(runId: string, signal?: AbortSignal): Promise<void> {
    const { store, readHolds, maxConcurrent } = this.options;
    for (let pass = 0; pass < PASSES_AT_ONCE; pass += 1) {
      const rollout = await store.findRunning(runId);
      if (!rollout || signal?.aborted) {
        return;
      }
      const holds = await readHolds(this.#now());
      const at = this.#now();
      if (dueRollouts([rollout], { maxConcurrent, at, holds }).length === 0) {
        return;
      }
      await this.#tryToAdvance(rollout, holds, signal, target =>
        // HCP Terraform tells of the other runs by themselves.
        [undefined, runId].includes(target.runId),
      );
      const next = await store.findRunning(runId);
      if (!next || changesOf(next) === changesOf(rollout)) {
        return;
      }
    }
  }

  /** One rollout that cannot go on does not hold up the others. */
  async #tryToAdvance(
    rollout: RolloutRecord,
    holds: AccessHolds,
    signal?: AbortSignal,
    isMeant: (target: TargetRecord) => boolean = () => true,
  ): Promise<void> {
    if (signal?.aborted) {
      return;
    }
    try {
      await this.#advance(rollout, holds, isMeant, signal);
    } catch (error) {
      // A conflict: another replica has taken it further.
      if (!signal?.aborted && !isConflict(error)) {
        this.options.logger.error(`Rollout ${rollout.id} could not go on`, {
          reason: String(error),
        });
      }
    }
  }

  async #advance(
    rollout: RolloutRecord,
    holds: AccessHolds,
    isMeant: (target: TargetRecord) => boolean,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, maxConcurrent } = this.options;
    let archive: Promise<Uint8Array> | undefined;
    const sharedArchive = (stepSignal?: AbortSignal) => {
      archive = archive ?? this.#archive(rollout, stepSignal);
      return archive;
    };
    if (hasStopped(rollout.targets)) {
      await this.#skipWaiting(rollout);
    }
    await Promise.all(
      dueTargets(rollout.targets, {
        maxConcurrent,
        at: this.#now(),
        holds,
      })
        .filter(isMeant)
        .map(target =>
          this.#advanceTarget(rollout, target, sharedArchive, holds, signal),
        ),
    );
    const { targets } = (await store.get(rollout.id))!;
    if (targets.every(hasEnded)) {
      const { state, message } = rolloutEnd(targets);
      await store.end(rollout.id, state, message);
    }
  }

  async #skipWaiting({ targets }: RolloutRecord): Promise<void> {
    for (const target of targets) {
      if (target.state === 'waiting') {
        await this.options.store.changeTarget(target, { state: 'skipped' });
      }
    }
  }

  async #advanceTarget(
    rollout: RolloutRecord,
    target: TargetRecord,
    archive: (signal?: AbortSignal) => Promise<Uint8Array>,
    holds: AccessHolds,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, hcpTerraform, deadlines, auditor, logger } = this.options;
    const [, organization] = target.placement.workspace.split('/').reverse();
    let current = target;
    const keep = async (change: TargetChange) => {
      current = await store.changeTarget(current, change);
    };
    try {
      const change = await withDeadline(
        stepSignal =>
          advanceTarget(target, {
            client: hcpTerraform.client(organization),
            componentRef: rollout.componentRef,
            holds,
            archive: () => archive(stepSignal),
            audited: auditedBy(auditor, {
              rolloutId: rollout.id,
              componentRef: rollout.componentRef,
              workspace: target.placement.workspace,
              initiator: rollout.initiator,
            }),
            keep: async kept => {
              // Nobody waits for it any more: its failure is kept already.
              stepSignal.throwIfAborted();
              await keep(kept);
            },
            deadlines,
            now: this.#now,
            signal: stepSignal,
          }),
        { ...deadlines.of(target), signal },
      );
      const worked = change && target.failedAttempts > 0;
      if (worked || Object.keys(change ?? {}).length > 0) {
        await keep({ ...(worked && WORKED), ...change });
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (isConflict(error)) {
        // Another replica has taken it further, and keeps what comes of it.
        return;
      }
      const kept = afterError(current, error as Error, this.#now());
      // Nobody is at it any more.
      await keep({ ...kept, uploadRequestedAt: undefined });
      logger.warn(
        `Rollout ${rollout.id}, ${target.placement.key}: ${kept.error}`,
      );
    }
  }

  /** Read once, and kept: all workspaces get the same bytes. */
  async #archive(
    { id, sourceUrl }: RolloutRecord,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const { archives } = this.options.store;
    const kept = await archives.read(id);
    if (kept) {
      return kept;
    }
    await archives.announceRead(id);
    const { sourceReader } = this.options;
    return archives.keep(id, await sourceReader.read(sourceUrl, signal));
  }
}

function isConflict(error: unknown): boolean {
  return isError(error) && error.name === 'ConflictError';
}

/** Tells whether something of a rollout has changed. */
function changesOf({ targets }: RolloutRecord): number {
  return targets.reduce((sum, { version }) => sum + version, 0);
}
