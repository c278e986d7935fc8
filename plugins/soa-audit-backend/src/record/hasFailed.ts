import type { CloudTrailRecord } from './CloudTrailRecord';

/** Whether a call came to nothing; a sign-in says so in words of its own. */
export function hasFailed({
  errorCode,
  errorMessage,
  eventName,
  eventSource,
  responseElements,
}: CloudTrailRecord): boolean {
  const answer =
    eventSource === 'signin.amazonaws.com' &&
    typeof responseElements === 'object' &&
    responseElements !== null
      ? (responseElements as Record<string, unknown>)[eventName]
      : undefined;
  return (
    errorCode !== undefined ||
    errorMessage !== undefined ||
    answer === 'Failure'
  );
}
