import { isConflict } from './isConflict';
import type { AccessHolds } from '../access';
import { auditedBy } from '../audit';
import type { RolloutRecord, TargetChange, TargetRecord } from '../store';
import { advanceTarget } from './advanceTarget';
import type { AdvancerOptions } from './AdvancerOptions';
import { afterError } from './afterError';
import { InFlight } from './InFlight';
import { WORKED } from './patience';
import { withDeadline } from './withDeadline';

/** From finding the workspace to asking for the run. */
const STEPS_AT_ONCE = 4;

/** Takes single placements as far as they can go without waiting for anything. */
export class TargetAdvancer {
  constructor(
    private readonly options: Omit<AdvancerOptions, 'now' | 'newId'> & {
      now: () => Date;
    },
  ) {}

  async advance(
    rollout: RolloutRecord,
    target: TargetRecord,
    options: { holds: AccessHolds; signal?: AbortSignal },
  ): Promise<void> {
    let current: TargetRecord | undefined = target;
    for (let step = 0; current && step < STEPS_AT_ONCE; step += 1) {
      const before: TargetRecord = current;
      current = await this.#step(rollout, before, options);
      const goesOn =
        current &&
        current.version > before.version &&
        (current.state === 'uploading' || current.state === 'deleting') &&
        current.failedAttempts === 0;
      if (!goesOn) {
        return;
      }
    }
  }

  /** @returns the target after it; `undefined` if somebody else is at it */
  async #step(
    rollout: RolloutRecord,
    target: TargetRecord,
    { holds, signal }: { holds: AccessHolds; signal?: AbortSignal },
  ): Promise<TargetRecord | undefined> {
    const { store, hcpTerraform, deadlines, auditor, logger } = this.options;
    const { now, statefulTypes } = this.options;
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
            rollout,
            holds,
            statefulTypes,
            archive: () =>
              this.#archives.share(rollout.id, () =>
                this.#readArchive(rollout, stepSignal),
              ),
            commit: () =>
              this.#commits.share(rollout.id, () =>
                this.#readCommit(rollout, stepSignal),
              ),
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
            now,
            signal: stepSignal,
          }),
        { ...deadlines.of(target), signal },
      );
      const worked = change && target.failedAttempts > 0;
      if (worked || Object.keys(change ?? {}).length > 0) {
        await keep({ ...(worked && WORKED), ...change });
      }
      return current;
    } catch (error) {
      signal?.throwIfAborted();
      if (isConflict(error)) {
        // Another replica has taken it further, and keeps what comes of it.
        return undefined;
      }
      const kept = afterError(current, error as Error, now());
      // Nobody is at it any more.
      await keep({ ...kept, uploadRequestedAt: undefined });
      logger.warn(
        `Rollout ${rollout.id}, ${target.placement.key}: ${kept.error}`,
      );
      return current;
    }
  }

  readonly #archives = new InFlight<Uint8Array>();
  readonly #commits = new InFlight<string | undefined>();

  /** Read once, and kept: all workspaces get the same bytes. */
  async #readArchive(
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
  /** Read once, and kept: a branch may go on meanwhile. */
  async #readCommit(
    { id, sourceUrl }: RolloutRecord,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const { archives } = this.options.store;
    const kept = await archives.readCommit(id);
    if (kept) {
      return kept;
    }
    await archives.announceRead(id);
    const commit = await this.options.sourceReader.readCommit(
      sourceUrl,
      signal,
    );
    return commit && archives.keepCommit(id, commit);
  }
}
