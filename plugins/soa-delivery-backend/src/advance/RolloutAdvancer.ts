import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { AccessHolds } from '../access';
import { runChecks } from '../checks';
import { decide, wavesOf } from '../decide';
import type { PlacedWave } from '../decide';
import { ACTIVE_STATES } from '../store';
import type { RolloutChange, RolloutRecord, TargetRecord } from '../store';
import type { AdvancerOptions } from './AdvancerOptions';
import { BakeTimers } from './BakeTimers';
import { dueSteps } from './dueSteps';
import { isConflict } from './isConflict';
import { isEnding } from './isEnding';
import { isToBeTold } from './isToBeTold';
import { TargetAdvancer } from './TargetAdvancer';

const ROLLOUTS_AT_ONCE = 5;

/** Waves that have nothing to wait for follow each other at once. */
const PASSES_AT_ONCE = 20;

/** Others take targets further meanwhile, each of which is a change. */
const DECISIONS_AT_ONCE = 10;

const CHECK_EVERY_MS = 15_000;

type IsMeant = (target: TargetRecord, rollout: RolloutRecord) => boolean;

/** Takes every rollout that goes on as far as it can go now. */
export class RolloutAdvancer {
  readonly #now: () => Date;
  readonly #newId: () => string;
  readonly #targets: TargetAdvancer;
  readonly #bakeTimers: BakeTimers;

  constructor(private readonly options: AdvancerOptions) {
    this.#now = options.now ?? (() => new Date());
    this.#newId = options.newId ?? randomUUID;
    this.#targets = new TargetAdvancer({ ...options, now: this.#now });
    this.#bakeTimers = new BakeTimers(options.later);
  }

  async run(signal?: AbortSignal): Promise<void> {
    const limit = pLimit(ROLLOUTS_AT_ONCE);
    const { store, readHolds } = this.options;
    const holds = await readHolds(this.#now());
    const rollouts = longestWaitFirst(await store.listActive());
    await Promise.all(
      rollouts.map(rollout =>
        limit(() => this.#tryToAdvance(rollout, { holds, signal })),
      ),
    );
    signal?.throwIfAborted();
  }

  /**
   * Takes the rollout that a run is of further at once: that run, and what was
   * waiting for it. HCP Terraform tells of the other runs by themselves.
   *
   * @param triggers - what it tells, which is nothing new of a run that was told to
   *   apply if it is that it does
   */
  async wake(
    { runId, triggers }: { runId: string; triggers: readonly string[] },
    signal?: AbortSignal,
  ): Promise<void> {
    const id = await this.options.store.findActive(runId);
    if (!id) {
      return;
    }
    const onlyApplies =
      triggers.length > 0 &&
      triggers.every(trigger => trigger === 'run:applying');
    await this.wakeRollout(
      id,
      signal,
      target =>
        target.runId === runId &&
        !(onlyApplies && target.state === 'applying' && !isToBeTold(target)),
    );
  }

  /**
   * Lets what was waiting for a person, or a test, go on at once, and ends what a person
   * has stopped.
   */
  async wakeRollout(
    id: string,
    signal?: AbortSignal,
    isMeant: IsMeant = (target, rollout) => isEnding(rollout, target),
  ): Promise<void> {
    const rollout = await this.options.store.get(id);
    if (rollout) {
      const holds = await this.options.readHolds(this.#now());
      await this.#tryToAdvance(rollout, { holds, signal, isMeant });
    }
  }

  /** One rollout that cannot go on does not hold up the others. */
  async #tryToAdvance(
    rollout: RolloutRecord,
    options: { holds: AccessHolds; signal?: AbortSignal; isMeant?: IsMeant },
  ): Promise<void> {
    const { signal } = options;
    if (signal?.aborted) {
      return;
    }
    try {
      await this.#advance(rollout, options);
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
    {
      holds,
      signal,
      isMeant = () => true,
    }: { holds: AccessHolds; signal?: AbortSignal; isMeant?: IsMeant },
  ): Promise<void> {
    let current = rollout;
    for (let pass = 0; pass < PASSES_AT_ONCE; pass += 1) {
      const decided = await this.#decide(current, holds);
      if (!ACTIVE_STATES.includes(decided.rollout.state)) {
        return;
      }
      this.#bakeTimers.set(decided.rollout, this.#now(), stopping =>
        this.wakeRollout(rollout.id, stopping),
      );
      // Runs take their time: what has been looked at is so again at the next look.
      const due = this.#due(decided, pass === 0 ? isMeant : () => false);
      await Promise.all(
        due.map(target =>
          this.#targets.advance(decided.rollout, target, { holds, signal }),
        ),
      );
      const hasChecked =
        pass === 0 && (await this.#check(decided.rollout, signal));
      if (due.length === 0 && !hasChecked) {
        return;
      }
      const next = (await this.options.store.get(rollout.id))!;
      if (next.version === decided.rollout.version) {
        return;
      }
      current = next;
    }
  }

  #due(
    decided: { rollout: RolloutRecord; positions: ReadonlySet<number> },
    isMeant: IsMeant,
  ): TargetRecord[] {
    return dueSteps(decided.rollout, this.#now()).filter(
      target =>
        decided.positions.has(target.position) ||
        isMeant(target, decided.rollout),
    );
  }

  /** @returns the rollout as it is now, and which targets were decided on */
  async #decide(
    rollout: RolloutRecord,
    holds: AccessHolds,
  ): Promise<{ rollout: RolloutRecord; positions: ReadonlySet<number> }> {
    const { store, plansAtOnce, destroyApprovers } = this.options;
    const positions = new Set<number>();
    const taken = await store.listTaken(rollout);
    const isAlone = await this.#takeTurn(rollout, taken);
    let current = rollout;
    for (let round = 0; round < DECISIONS_AT_ONCE; round += 1) {
      const change = decide(current, {
        now: this.#now(),
        holds,
        isAlone,
        taken,
        plansAtOnce,
        destroyApprovers,
        newId: this.#newId,
      });
      if (!change) {
        break;
      }
      if (await this.#keep(current, change)) {
        for (const position of change.targets?.keys() ?? []) {
          positions.add(position);
        }
      }
      current = (await store.get(rollout.id))!;
    }
    if (current.exclusive && current.endedAt) {
      await this.options.turns.leave(current);
    }
    return { rollout: current, positions };
  }

  /**
   * What has an earlier rollout before it asks for no account: it would have what that
   * one needs. One that is paused before it has begun leaves the queue; later it goes on
   * as it has begun, and others wait.
   */
  async #takeTurn(
    rollout: RolloutRecord,
    taken: ReadonlySet<string>,
  ): Promise<boolean> {
    const { turns } = this.options;
    if (!rollout.exclusive) {
      return true;
    }
    const hasBegun = rollout.targets.some(({ state }) => state !== 'waiting');
    if (rollout.state === 'paused' && !hasBegun) {
      await turns.leave(rollout);
      return false;
    }
    const isTaken = rollout.targets.some(({ placement }) =>
      taken.has(placement.workspace),
    );
    return (hasBegun || !isTaken) && turns.take(rollout);
  }

  /** @returns whether it is kept; what it builds on may have been changed */
  async #keep(rollout: RolloutRecord, change: RolloutChange): Promise<boolean> {
    try {
      await this.options.store.change(rollout, change);
      return true;
    } catch (error) {
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  /**
   * Looks whether what is being watched is well, where it is time to.
   *
   * @returns whether it was
   */
  async #check(decided: RolloutRecord, signal?: AbortSignal): Promise<boolean> {
    const now = this.#now();
    if (!watchedWave(decided, now)) {
      return false;
    }
    // Steps may have been taken since.
    const rollout = (await this.options.store.get(decided.id))!;
    const placed = watchedWave(rollout, now);
    if (!placed) {
      return true;
    }
    const { wave } = placed;
    const checks = await runChecks(
      rollout.waves[wave].checks!,
      rollout.targets.filter(target => target.wave === wave),
      { ...this.options.checks, signal, now },
    );
    await this.#keep(rollout, {
      waves: new Map([
        [
          wave,
          {
            checks,
            nextCheckAt: new Date(now.getTime() + CHECK_EVERY_MS).toISOString(),
          },
        ],
      ]),
    });
    return true;
  }
}

function watchedWave(
  rollout: RolloutRecord,
  now: Date,
): PlacedWave | undefined {
  return rollout.state === 'running' && !rollout.failure
    ? wavesOf(rollout).find(({ wave }) => {
        const { nextCheckAt, passedAt, checks } = rollout.waves[wave];
        return (
          !passedAt && checks && nextCheckAt && nextCheckAt <= now.toISOString()
        );
      })
    : undefined;
}

/**
 * First those that nothing has held up yet, then those that have waited longest to be
 * tried again: a host that does not answer keeps nobody else from their turn.
 */
function longestWaitFirst(rollouts: readonly RolloutRecord[]): RolloutRecord[] {
  return rollouts
    .map(rollout => {
      const times = rollout.targets
        .filter(({ failedAttempts }) => failedAttempts > 0)
        .map(({ nextAttemptAt }) => nextAttemptAt ?? '')
        .sort();
      return { rollout, dueAt: times[times.length - 1] ?? '' };
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)))
    .map(({ rollout }) => rollout);
}
