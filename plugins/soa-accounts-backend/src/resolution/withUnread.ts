/**
 * Adds to a problem what is not known yet of other organisations, which may be why.
 *
 * @param unreadOrganizations - what to say of them, if any
 */
export function withUnread(
  problem: string,
  unreadOrganizations: string | undefined,
): string {
  return unreadOrganizations ? `${problem} ${unreadOrganizations}` : problem;
}
