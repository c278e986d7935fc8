import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { CloudTrailRecord } from './CloudTrailRecord';

/**
 * Knows our own reading of the log, which must not fill it. A user agent is the
 * caller's choice: what it hides must be a read, and made as whom we are.
 */
export class OwnReads {
  /** Of an account's own entry; `undefined`: it has one, without a role. */
  readonly #roles = new Map<string, string | undefined>();
  readonly #keys = new Set<string>();
  #defaultRole: string | undefined;

  static fromConfig(config: RootConfigService): OwnReads {
    const own = new OwnReads();
    const accounts = config.getOptionalConfigArray('aws.accounts') ?? [];
    for (const account of accounts) {
      own.#roles.set(
        account.getString('accountId'),
        account.getOptionalString('roleName'),
      );
    }
    own.#defaultRole = config.getOptionalString('aws.accountDefaults.roleName');
    const main = config.getOptionalConfig('aws.mainAccount');
    for (const holder of main ? [main, ...accounts] : accounts) {
      const key = holder.getOptionalString('accessKeyId');
      if (key) {
        own.#keys.add(key);
      }
    }
    return own;
  }

  has(record: CloudTrailRecord, account: string): boolean {
    const { eventName, eventSource, readOnly, userAgent } = record;
    return (
      eventSource === 'cloudtrail.amazonaws.com' &&
      eventName === 'LookupEvents' &&
      readOnly === true &&
      (userAgent ?? '').includes('backstage-soa') &&
      this.#isOwn(record, account)
    );
  }

  #isOwn({ userIdentity }: CloudTrailRecord, account: string): boolean {
    const { accessKeyId, sessionContext } = userIdentity;
    const role = this.#roles.has(account)
      ? this.#roles.get(account)
      : this.#defaultRole;
    const issuer = sessionContext?.sessionIssuer?.arn;
    return (
      (role !== undefined &&
        issuer?.endsWith(`:iam::${account}:role/${role}`) === true) ||
      (accessKeyId !== undefined && this.#keys.has(accessKeyId))
    );
  }
}
