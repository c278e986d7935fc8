import type {
  RolloutOperation,
  RolloutRunPurpose,
} from '@backstage-soa/plugin-soa-common';
import type { ResolvedStage } from '../plan';

/**
 * What the first runs of each wave are for. All placements are planned before the
 * first of them is applied. Those of the first wave, unless somebody has to approve
 * it, are so by the runs that will apply them: a run that waits for days keeps others
 * of its workspace from beginning, and its plan grows old.
 */
export function firstPhases(
  stages: readonly ResolvedStage[],
  operation: RolloutOperation,
): RolloutRunPurpose[] {
  const waves = stages.flatMap(stage => stage.waves);
  return waves.map((_, wave) =>
    wave === 0 && !stages[0].approval ? operation : 'plan',
  );
}
