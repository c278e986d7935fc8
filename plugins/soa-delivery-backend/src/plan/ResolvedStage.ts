import type {
  RolloutApprovers,
  RolloutCheck,
  RolloutOnFailure,
} from '@backstage-soa/plugin-soa-common';

/** The placements of one environment, with all that a plan and the defaults say. */
export interface ResolvedStage {
  environment: string;
  production: boolean;
  sandbox: boolean;
  maxConcurrent: number;
  failureTolerance: number;
  bakeSeconds: number;
  checks: RolloutCheck[];
  approval?: Required<RolloutApprovers>;
  onFailure: RolloutOnFailure;
  waves: ResolvedWave[];
}

export interface ResolvedWave {
  name?: string;
  /** Of placements; there is at least one. */
  keys: string[];
}
