import type { ResolvedStage, ResolvedWave } from '../plan';
import type { RolloutRecord, TargetRecord } from '../store';

/** A wave, and where it is. */
export interface PlacedWave extends ResolvedWave {
  /** Through all stages, from 0. */
  wave: number;
  stage: ResolvedStage;
  /** Of the stage. */
  stageIndex: number;
  /** In its stage, from 1. */
  number: number;
}

/** The waves of all stages, in their order. */
export function wavesOf({
  stages,
}: Pick<RolloutRecord, 'stages'>): PlacedWave[] {
  let wave = 0;
  return stages.flatMap((stage, stageIndex) =>
    stage.waves.map((of, index) => {
      const placed = { ...of, wave, stage, stageIndex, number: index + 1 };
      wave += 1;
      return placed;
    }),
  );
}

/** Of the stages, that which a target is in. */
export function stageIndexOf(
  rollout: Pick<RolloutRecord, 'stages'>,
  { wave }: Pick<TargetRecord, 'wave'>,
): number {
  let end = 0;
  return rollout.stages.findIndex(({ waves }) => {
    end += waves.length;
    return wave < end;
  });
}
