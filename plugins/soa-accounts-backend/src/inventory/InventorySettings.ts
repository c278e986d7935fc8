import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { AccountTags } from '../organization';
import { RemovalLimit } from '../reading';

/** What the configuration says of reading the organisations. */
export interface InventorySettings {
  /** The accounts through which organisations are read. */
  managementAccounts: string[];
  tags: AccountTags;
  includeEmail: boolean;
  removalLimit: RemovalLimit;
}

const REMOVALS = 'soa.accounts.rejectRemovalsAbovePercentage';

/** @throws InputError that names the key at fault */
export function readInventorySettings(
  config: RootConfigService,
): InventorySettings {
  const entries = config.getOptionalConfigArray('soa.aws.organizations') ?? [];
  const managementAccounts = entries.map((entry, index) => {
    const accountId: unknown = entry.get('accountId');
    if (typeof accountId !== 'string' || !/^\d{12}$/.test(accountId)) {
      throw new InputError(
        `soa.aws.organizations[${index}].accountId is ${JSON.stringify(
          accountId,
        )}: write the 12-digit id of an AWS account, quoted`,
      );
    }
    return accountId;
  });
  return {
    managementAccounts: [...new Set(managementAccounts)],
    tags: AccountTags.fromConfig(config),
    includeEmail:
      config.getOptionalBoolean('soa.accounts.includeEmail') ?? false,
    removalLimit: new RemovalLimit(readPercentage(config)),
  };
}

function readPercentage(config: RootConfigService): number {
  const percentage = config.getOptionalNumber(REMOVALS) ?? 20;
  if (percentage < 0 || percentage > 100) {
    throw new InputError(
      `${REMOVALS} is ${percentage}: write a number from 0 to 100`,
    );
  }
  return percentage;
}
