import type { RootConfigService } from '@backstage/backend-plugin-api';

/** What `aws:` says of the role to assume in an account. */
export interface AccountRole {
  arn: string;
  /** Of STS. */
  region: string;
  externalId?: string;
  /** Who assumes it, if not the main account. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/**
 * The role that is assumed in an account with credentials of our own.
 *
 * @returns `undefined` where there is none, or where a web identity assumes it
 */
export function readAccountRole(
  config: RootConfigService,
  accountId: string,
): AccountRole | undefined {
  const account = accountConfig(config, accountId);
  const roleName = account?.getOptionalString('roleName');
  if (!account || !roleName || account.has('webIdentityTokenFile')) {
    return undefined;
  }
  const accessKeyId = account.getOptionalString('accessKeyId');
  return {
    arn: `arn:${readPartition(
      config,
      accountId,
    )}:iam::${accountId}:role/${roleName}`,
    region: account.getOptionalString('region') ?? 'us-east-1',
    externalId: account.getOptionalString('externalId'),
    ...(accessKeyId && {
      credentials: {
        accessKeyId,
        secretAccessKey: account.getString('secretAccessKey').trim(),
      },
    }),
  };
}

/** The partition that an account is in. */
export function readPartition(
  config: RootConfigService,
  accountId: string,
): string {
  return (
    accountConfig(config, accountId)?.getOptionalString('partition') ?? 'aws'
  );
}

function accountConfig(config: RootConfigService, accountId: string) {
  return (
    config
      .getOptionalConfigArray('aws.accounts')
      ?.find(account => account.getString('accountId') === accountId) ??
    config.getOptionalConfig('aws.accountDefaults')
  );
}
