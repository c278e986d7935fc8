import { organizationSource } from '../inventory';
import type { SourceState } from '../store';

/**
 * Why nobody can say yet which accounts there are, if that is so. One
 * organisation that has been read is enough to begin with.
 *
 * @param managementAccounts - through which organisations are read
 */
export function accountsProblem(
  managementAccounts: readonly string[],
  sources: readonly SourceState[],
): string | undefined {
  if (managementAccounts.length === 0) {
    return 'No organisation is configured that has accounts: ask whoever runs this portal to add one to soa.aws.organizations.';
  }
  const ids = managementAccounts.map(organizationSource);
  const states = sources.filter(({ id }) => ids.includes(id));
  if (states.some(({ readAt }) => readAt)) {
    return undefined;
  }
  return states.some(({ failedAt }) => failedAt)
    ? 'The accounts have not been read yet, for the last attempt failed: ask whoever runs this portal to see why in the log of soa-accounts.'
    : 'The accounts have not been read yet: try again in some minutes.';
}
