import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';

const FINAL_KINDS = ['bad-token', 'not-found-or-not-allowed', 'invalid'];
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
    return failed(error.message);
  }
  const failingSince = target.failingSince ?? now.toISOString();
  if (now.getTime() - Date.parse(failingSince) > PATIENCE_MS) {
    return failed(`${error.message}. It was tried again for a day.`);
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

/** What is forgotten of errors once a step has worked. */
export const WORKED: TargetChange = {
  failedAttempts: 0,
  failingSince: undefined,
  nextAttemptAt: undefined,
  error: undefined,
};
