import type { RolloutRunPurpose } from '@backstage-soa/plugin-soa-common';
import type { PastRun, TargetChange, TargetRecord } from '../store';

/** Leaves the run of a target behind, for what comes next. */
export function nextPhase(
  target: TargetRecord,
  phase: RolloutRunPurpose,
): TargetChange {
  return {
    phase,
    state: 'waiting',
    runRequestedAt: undefined,
    runId: undefined,
    runStatus: undefined,
    uploadRequestedAt: undefined,
    nextAttemptAt: undefined,
    failedAttempts: 0,
    failingSince: undefined,
    pastRuns: pastRunsOf(target),
  };
}

function pastRunsOf({
  pastRuns,
  phase,
  runId,
  runStatus,
}: TargetRecord): PastRun[] {
  return runId
    ? [
        ...pastRuns,
        { purpose: phase, id: runId, status: runStatus ?? 'unknown' },
      ]
    : pastRuns;
}
