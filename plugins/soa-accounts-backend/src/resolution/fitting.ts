import type { Account, Runtime } from '@backstage-soa/plugin-soa-common';

/**
 * Whether an account is of the environment. One of none, such as a log archive's,
 * is no place for services, and is given a baseline all the same.
 */
export function isFor(
  account: Account,
  environment: string,
  runtime: Runtime,
): boolean {
  return (
    account.environment === environment ||
    (runtime === 'platform' && !account.environment)
  );
}

/** Whether services can run on the runtime there; a platform every account can get. */
export function offers({ runtimes }: Account, runtime: Runtime): boolean {
  return runtime === 'platform' || runtimes.includes(runtime);
}

/** Whether the owner's services may run there; who may do platforms is asked elsewhere. */
export function admits(
  { allowedOwners }: Account,
  owner: string,
  runtime: Runtime,
): boolean {
  return (
    runtime === 'platform' || !allowedOwners || allowedOwners.includes(owner)
  );
}
