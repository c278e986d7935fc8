import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { AccessHolds } from '../access';
import { decide } from '../decide';
import { ACTIVE_STATES } from '../store';
import type { RolloutRecord, TargetRecord } from '../store';
import type { AdvancerOptions } from './AdvancerOptions';
import { BakeTimers } from './BakeTimers';
import { checkWave } from './checkWave';
import { dueSteps } from './dueSteps';
import { isConflict } from './isConflict';
import { isEnding } from './isEnding';
import { isToBeTold } from './isToBeTold';
import { keepChange } from './keepChange';
import { longestWaitFirst } from './longestWaitFirst';
import { takeTurn } from './takeTurn';
import { TargetAdvancer } from './TargetAdvancer';

const ROLLOUTS_AT_ONCE = 5;

/** Waves that have nothing to wait for follow each other at once. */
const PASSES_AT_ONCE = 20;

/** Others take targets further meanwhile, each of which is a change. */
const DECISIONS_AT_ONCE = 10;

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
        pass === 0 &&
        (await checkWave(decided.rollout, {
          ...this.options,
          now: this.#now(),
          signal,
        }));
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
    const isAlone = await takeTurn(rollout, taken, this.options.turns);
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
      if (await keepChange(store, current, change)) {
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
}
