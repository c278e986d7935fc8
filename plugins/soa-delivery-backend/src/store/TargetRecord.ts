import type {
  ResolvedPlacement,
  RolloutTarget,
  RolloutTargetState,
} from '@backstage-soa/plugin-soa-common';

/** A placement of a rollout, as it is kept. */
export interface TargetRecord {
  rolloutId: string;
  position: number;
  /** From 0: a wave begins once all of those before it are applied. */
  wave: number;
  placement: ResolvedPlacement;
  state: RolloutTargetState;
  workspaceId?: string;
  /** Set before the configuration is uploaded: another replica may be at it. */
  uploadRequestedAt?: string;
  configurationVersionId?: string;
  /** Set before the run is asked for: without `runId`, it may exist all the same. */
  runRequestedAt?: string;
  runId?: string;
  runStatus?: string;
  plan?: RolloutTarget['plan'];
  error?: string;
  /** Counts changes: who builds on an old one changes nothing. */
  version: number;
  /** In a row, for reasons that may pass. */
  failedAttempts: number;
  failingSince?: string;
  nextAttemptAt?: string;
}

/** What a step changes of a target. */
export type TargetChange = Partial<
  Omit<
    TargetRecord,
    'rolloutId' | 'position' | 'wave' | 'placement' | 'version'
  >
>;
