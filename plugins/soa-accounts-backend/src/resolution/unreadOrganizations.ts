import { organizationSource } from '../inventory';
import type { SourceState } from '../store';

/**
 * What people are told of organisations that have never been read, where an
 * account is not found that one of them may have.
 *
 * @param managementAccounts - through which organisations are read
 */
export function unreadOrganizations(
  managementAccounts: readonly string[],
  sources: readonly SourceState[],
): string | undefined {
  const stateOf = (accountId: string) =>
    sources.find(({ id }) => id === organizationSource(accountId));
  const unread = managementAccounts.filter(id => !stateOf(id)?.readAt);
  if (unread.length === 0) {
    return undefined;
  }
  const which =
    unread.length === 1
      ? `The organisation ${unread[0]} has`
      : `The organisations ${unread.join(', ')} have`;
  const remedy = unread.some(id => stateOf(id)?.failedAt)
    ? 'ask whoever runs this portal to see why in the log of soa-accounts'
    : 'try again in some minutes';
  return `${which} not been read yet and may have one: ${remedy}.`;
}
