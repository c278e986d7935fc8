import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import { patience } from './patience';

/** What becomes of a target after an error. */
export function afterError(
  target: TargetRecord,
  error: Error,
  now: Date,
): TargetChange {
  const outcome = patience(target, error, now);
  return 'again' in outcome ? outcome.again : givenUp(target, outcome.givenUp);
}

/** Nobody confirms the run any more, and those after it wait for somebody to. */
function givenUp({ runId, state }: TargetRecord, reason: string): TargetChange {
  if (!runId) {
    return failed(`${reason}.`);
  }
  return failed(
    state === 'applying'
      ? `${reason}. The run ${runId} may go on in HCP Terraform: see there how it ends.`
      : `${reason}. The run ${runId} may still wait for confirmation in HCP Terraform: discard it there, since later runs of the workspace wait behind it.`,
  );
}
