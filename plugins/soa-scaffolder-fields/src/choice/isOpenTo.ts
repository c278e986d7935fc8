import type { Account } from '@backstage-soa/plugin-soa-common';

/** Whether services of an owner may run in an account. */
export function isOpenTo(account: Account, owner: string | undefined): boolean {
  const { state, allowedOwners } = account;
  return (
    state === 'ACTIVE' &&
    (!allowedOwners || (owner !== undefined && allowedOwners.includes(owner)))
  );
}
