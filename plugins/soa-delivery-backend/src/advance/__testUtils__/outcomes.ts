import { CRASHING_WAYS, crashingRollout } from './crashingRollout';
import type { CrashingWay } from './crashingRollout';

const ENDS = {
  apply: 'applied',
  planned: 'applied',
  'rolled back': 'rolled-back',
  'destroyed again': 'destroyed',
  destroyed: 'destroyed',
} as const satisfies Record<CrashingWay, string>;

/** What has become of a placement, and how often something was done for it. */
export async function outcomeOf(crashes: readonly boolean[], way: CrashingWay) {
  const { target, runs, applied } = await crashingRollout(crashes, way);
  const { error, state } = target;
  // Each is marked by what it is for.
  const phases = runs.map(({ message }) => message?.match(/\((.*)\)$/)?.[1]);
  return { error, state, phases, applied };
}

/** The outcome of one that is taken its way once, with a run for each phase. */
export function goodOutcomeOf(way: CrashingWay) {
  const { phases } = CRASHING_WAYS[way];
  return {
    error: undefined,
    state: ENDS[way],
    phases: [...phases],
    applied: phases.filter(phase => phase !== 'plan').length,
  };
}
