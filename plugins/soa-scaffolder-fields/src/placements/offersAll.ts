import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { Account } from '@backstage-soa/plugin-soa-common';

/** Whether an account offers each of the Regions; what is in none, all offer. */
export function offersAll(
  { regions }: Pick<Account, 'regions'>,
  wanted: readonly string[],
): boolean {
  return wanted.every(
    region => region === GLOBAL_REGION || regions.includes(region),
  );
}
