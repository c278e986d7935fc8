import { wavesOf } from '../decide';
import type { RolloutRecord } from '../store';

// So that a clock that is read a little early does not find it baking still.
const MARGIN_MS = 10;

// Of Node's timers. What bakes for longer than that is looked at meanwhile.
const LONGEST_MS = 2 ** 31 - 1;

/** Does something in so many milliseconds; its signal is aborted when it has to end. */
export type Later = (milliseconds: number, act: Baked) => void;

type Baked = (signal?: AbortSignal) => Promise<void>;

/**
 * Remembers when waves have baked, so that nobody has to wait for the next look at all
 * rollouts then. Who crashes meanwhile is stood in for by that look.
 */
export class BakeTimers {
  /** Of rollouts, the latest that is remembered: later ones are set anew. */
  readonly #times = new Map<string, string>();

  constructor(private readonly later: Later) {}

  set(rollout: RolloutRecord, now: Date, baked: Baked): void {
    const { id } = rollout;
    const at = bakedAt(rollout);
    const wait = at ? Date.parse(at) - now.getTime() : 0;
    if (!at || wait <= 0 || wait > LONGEST_MS || this.#times.get(id) === at) {
      return;
    }
    this.#times.set(id, at);
    this.later(wait + MARGIN_MS, async signal => {
      if (this.#times.get(id) === at) {
        this.#times.delete(id);
        await baked(signal);
      }
    });
  }
}

/** When the wave that bakes now has baked. */
function bakedAt(rollout: RolloutRecord): string | undefined {
  const { state, failure, waves } = rollout;
  const placed =
    state === 'running' && !failure
      ? wavesOf(rollout).find(({ wave }) => !waves[wave].passedAt)
      : undefined;
  return placed && waves[placed.wave].bakeUntil;
}
