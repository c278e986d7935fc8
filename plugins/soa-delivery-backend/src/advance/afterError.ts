import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';

// Nothing of a placement is at fault where the token is: it may be put right.
const FINAL_KINDS = ['not-found-or-not-allowed', 'invalid'];
const FINAL_ERRORS = ['InputError', 'NotFoundError', 'NotAllowedError'];
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const PATIENCE_MS = 24 * 3_600_000;

/**
 * What becomes of a target after an error: what will not pass by itself ends it;
 * the rest is tried again, ever later, for a day.
 */
export function afterError(
  target: TargetRecord,
  error: Error,
  now: Date,
): TargetChange {
  const isFinal =
    error instanceof HcpTerraformError
      ? FINAL_KINDS.includes(error.kind)
      : FINAL_ERRORS.includes(error.name);
  if (isFinal) {
    return givenUp(target, error.message);
  }
  const failingSince = target.failingSince ?? now.toISOString();
  if (now.getTime() - Date.parse(failingSince) > PATIENCE_MS) {
    return givenUp(target, `${error.message}. It was tried again for a day`);
  }
  const wait = Math.min(
    FIRST_WAIT_MS * 2 ** target.failedAttempts,
    LONGEST_WAIT_MS,
  );
  return {
    error: `${error.message}. It is tried again.`,
    failedAttempts: target.failedAttempts + 1,
    failingSince,
    nextAttemptAt: new Date(now.getTime() + wait).toISOString(),
  };
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

/** What is forgotten of errors once a step has worked. */
export const WORKED: TargetChange = {
  failedAttempts: 0,
  failingSince: undefined,
  nextAttemptAt: undefined,
  error: undefined,
};
