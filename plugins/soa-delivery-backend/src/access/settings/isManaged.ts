import type { AccessSettings } from './readAccessSettings';

/** Whether it is here that an account's deploy roles come from. */
export function isManaged(
  { enabled, exceptAccounts }: AccessSettings,
  account: string,
): boolean {
  return enabled && !exceptAccounts.has(account);
}
