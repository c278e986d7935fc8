import type { SourceState } from '../store';

/** Why nobody can say yet which accounts there are, if that is so. */
export function accountsProblem(
  configured: readonly string[],
  sources: readonly SourceState[],
): string | undefined {
  if (configured.length === 0) {
    return 'No organisation is configured that has accounts: ask whoever runs this portal to add one to soa.aws.organizations.';
  }
  const unread = configured
    .map(id => sources.find(source => source.id === id))
    .filter(source => !source?.readAt);
  if (unread.length === 0) {
    return undefined;
  }
  return unread.some(source => source?.failedAt)
    ? 'The accounts have not been read yet, for the last attempt failed: ask whoever runs this portal to see why in the log of soa-accounts.'
    : 'The accounts have not been read yet: try again in some minutes.';
}
