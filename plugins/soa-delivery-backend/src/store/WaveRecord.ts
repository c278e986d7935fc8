import type { RolloutCheckResult } from '@backstage-soa/plugin-soa-common';

/** What has become of a check, as it is kept. */
export interface CheckRecord extends RolloutCheckResult {
  /** Since when it has not passed, in a row. */
  failingSince?: string;
}

/** A wave of a rollout, as it is kept. */
export interface WaveRecord {
  /** From 0, through all stages. */
  wave: number;
  begunAt?: string;
  /** When the last of its runs ended. */
  appliedAt?: string;
  bakeUntil?: string;
  passedAt?: string;
  failedAt?: string;
  /** Of its stage, in their order; there are none before it is applied. */
  checks?: CheckRecord[];
  nextCheckAt?: string;
}

export type WaveChange = Partial<Omit<WaveRecord, 'wave'>>;
