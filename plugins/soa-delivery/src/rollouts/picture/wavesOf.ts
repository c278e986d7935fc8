import type { Rollout, RolloutWave } from '@backstage-soa/plugin-soa-common';

/** A wave, and which one it is. */
export interface PlacedWave {
  /** Unique in the rollout, and the same at every look at it. */
  id: string;
  environment: string;
  /** From 1. */
  number: number;
  wave: RolloutWave;
}

/** All waves of a rollout, in their order. */
export function wavesOf({ stages }: Pick<Rollout, 'stages'>): PlacedWave[] {
  return stages.flatMap(({ environment, waves }) =>
    waves.map((wave, index) => ({
      id: `${environment}.${index + 1}`,
      environment,
      number: index + 1,
      wave,
    })),
  );
}
