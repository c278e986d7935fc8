import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { AccountDescriber } from '../facts';
import { RemovalLimit } from '../reading';

/** What the configuration says of reading the organisations. */
export interface InventorySettings {
  /** The accounts through which organisations are read. */
  managementAccounts: string[];
  describer: AccountDescriber;
  /** In milliseconds: tags that are older are read again, changed or not. */
  tagsMaxAge: number;
  includeEmail: boolean;
  removalLimit: RemovalLimit;
}

const MAX_AGE = 'soa.accounts.tags.maxAge';
const DEFAULT_MAX_AGE = 86_400_000;
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
    describer: AccountDescriber.fromConfig(config),
    tagsMaxAge: readMaxAge(config),
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

function readMaxAge(config: RootConfigService): number {
  if (!config.has(MAX_AGE)) {
    return DEFAULT_MAX_AGE;
  }
  const maxAge = durationToMilliseconds(
    readDurationFromConfig(config, { key: MAX_AGE }),
  );
  if (maxAge <= 0) {
    throw new InputError(`${MAX_AGE} is none: write one such as { hours: 24 }`);
  }
  return maxAge;
}
