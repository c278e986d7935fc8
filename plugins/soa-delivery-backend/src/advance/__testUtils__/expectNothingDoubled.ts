import { CRASHING_WAYS, crashingRollout } from './crashingRollout';
import type { CrashingWay } from './crashingRollout';

const ENDS = {
  apply: 'applied',
  planned: 'applied',
  'rolled back': 'rolled-back',
  'destroyed again': 'destroyed',
  destroyed: 'destroyed',
} as const satisfies Record<CrashingWay, string>;

/** Has a placement go its way with crashes, and each of its runs be there once. */
export async function expectNothingDoubled(
  crashes: readonly boolean[],
  way: CrashingWay,
): Promise<void> {
  const { target, runs, applied } = await crashingRollout(crashes, way);
  const { phases } = CRASHING_WAYS[way];
  expect([target.error, target.state]).toEqual([undefined, ENDS[way]]);
  expect(runs.map(({ message }) => message)).toEqual(
    phases.map(phase => expect.stringContaining(`rollout-1/0 (${phase})`)),
  );
  expect(applied).toBe(phases.filter(phase => phase !== 'plan').length);
}
