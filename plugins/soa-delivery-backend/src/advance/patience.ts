import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

// Nothing is at fault where the token is: it may be put right.
const FINAL_KINDS = ['not-found-or-not-allowed', 'invalid'];
const FINAL_ERRORS = ['InputError', 'NotFoundError', 'NotAllowedError'];
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const PATIENCE_MS = 24 * 3_600_000;

/** How often something has failed in a row, and since when. */
interface Failures {
  failedAttempts: number;
  failingSince?: string;
}

/**
 * Whether something that has failed is tried again, and when: what will not pass
 * by itself is not; the rest is, ever later, for a day.
 *
 * @returns what is to be remembered, or why it is given up
 */
export function patience(
  { failedAttempts, failingSince }: Failures,
  error: Error,
  now: Date,
):
  | { again: Required<Failures> & { error: string; nextAttemptAt: string } }
  | { givenUp: string } {
  const isFinal =
    error instanceof HcpTerraformError
      ? FINAL_KINDS.includes(error.kind)
      : FINAL_ERRORS.includes(error.name);
  if (isFinal) {
    return { givenUp: error.message };
  }
  const since = failingSince ?? now.toISOString();
  if (now.getTime() - Date.parse(since) > PATIENCE_MS) {
    return { givenUp: `${error.message}. It was tried again for a day` };
  }
  const wait = Math.min(FIRST_WAIT_MS * 2 ** failedAttempts, LONGEST_WAIT_MS);
  return {
    again: {
      error: `${error.message}. It is tried again.`,
      failedAttempts: failedAttempts + 1,
      failingSince: since,
      nextAttemptAt: new Date(now.getTime() + wait).toISOString(),
    },
  };
}

/** What is forgotten of failures once something has worked. */
export const WORKED = {
  failedAttempts: 0,
  failingSince: undefined,
  nextAttemptAt: undefined,
  error: undefined,
};
