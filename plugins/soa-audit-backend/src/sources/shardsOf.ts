import type { Account } from '@backstage-soa/plugin-soa-common';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';

// IAM, CloudFront and STS's global endpoint are logged there.
const GLOBAL_SERVICES_REGION = 'us-east-1';

/** Every account that can be read, with each Region in which something can run. */
export function shardsOf(
  accounts: readonly Account[],
  allowedRegions: readonly string[],
): AuditShard[] {
  return accounts
    .filter(({ state }) => state === 'ACTIVE')
    .flatMap(account => {
      const regions = account.regions.length ? account.regions : allowedRegions;
      return [...new Set([GLOBAL_SERVICES_REGION, ...regions])].map(region => ({
        account: account.id,
        region,
      }));
    });
}
