const LONGEST_WAIT_MS = 60_000;
const LONGEST_BACK_OFF_MS = 10_000;

/**
 * Milliseconds until a limit ends: the host says it in seconds, with a
 * fraction, and what it says may be over already. What comes on top grows with
 * each attempt, and keeps replicas from asking at the same moment.
 */
export function waitForReset(headers: Headers, attempt: number): number {
  const seconds = Number.parseFloat(
    headers.get('x-ratelimit-reset') ?? headers.get('retry-after') ?? '',
  );
  const reset = seconds >= 0 ? Math.min(seconds * 1_000, LONGEST_WAIT_MS) : 0;
  return reset + backOff(attempt);
}

/** Milliseconds, longer each time, and never the same in two replicas. */
export function backOff(attempt: number): number {
  const longest = Math.min(500 * 2 ** (attempt - 1), LONGEST_BACK_OFF_MS);
  return longest / 2 + (Math.random() * longest) / 2;
}
