import type { RunReview } from './RunReview';

/** What has become of a run: as plain data, which checkpoints keep. */
export type RunReport = RunReview & {
  workspace: string;
  /** Absent if it is not known whether it was started. */
  runId?: string;
  url: string;
  status: string;
  /** `waiting`: it had not ended when it was no longer waited for. */
  outcome: 'succeeded' | 'failed' | 'waiting';
  /** Why it has not succeeded, as a sentence. */
  error?: string;
};

/** A run that has not ended in time: nothing that a checkpoint may keep. */
export class StillWaiting extends Error {
  constructor(readonly report: RunReport) {
    super(report.error);
  }
}
