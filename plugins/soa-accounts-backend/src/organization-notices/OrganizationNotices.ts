import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import { readOrganizationNotice } from './readOrganizationNotice';
import type { OrganizationNotice } from './readOrganizationNotice';

const REMEMBERED = 5_000;
// From here on, reading everything takes less than reading each.
const MOST_WAITING = 50;

/**
 * Reads an account again as soon as AWS Organizations tells of it, and everything where
 * it tells of more than that.
 */
export class OrganizationNotices {
  readonly #seen = new RecentlyUsed<{ isNew: boolean }>(REMEMBERED);
  readonly #waiting = new Set<string>();
  #isReading = false;

  constructor(
    private readonly options: {
      /**
       * Reads one account anew.
       *
       * @returns whether that was enough
       */
      readAccount: (accountId: string) => Promise<boolean>;
      /** Has all organisations read soon, with the tags of these accounts. */
      readAll: (accountIds: readonly string[]) => Promise<void>;
      logger: Pick<LoggerService, 'warn'>;
      isStopping: () => boolean;
    },
  ) {}

  /** @param payload - whatever was published; what is no such event is let be */
  async take(payload: unknown): Promise<void> {
    const notice = readOrganizationNotice(payload);
    if (!notice || !this.#isNew(notice)) {
      return;
    }
    const { accountId } = notice;
    if (!accountId) {
      await this.#readAll([]);
      return;
    }
    this.#waiting.add(accountId);
    await this.#readWaiting();
  }

  #isNew({ identity }: OrganizationNotice): boolean {
    if (!identity) {
      return true;
    }
    const seen = this.#seen.get(identity, () => ({ isNew: true }));
    const { isNew } = seen;
    seen.isNew = false;
    return isNew;
  }

  /** One after another: AWS Organizations throttles who asks for much at once. */
  async #readWaiting(): Promise<void> {
    if (this.#isReading) {
      return;
    }
    this.#isReading = true;
    try {
      while (this.#waiting.size > 0 && !this.options.isStopping()) {
        if (this.#waiting.size > MOST_WAITING) {
          const accountIds = [...this.#waiting];
          this.#waiting.clear();
          await this.#readAll(accountIds);
        } else {
          const [accountId] = this.#waiting;
          this.#waiting.delete(accountId);
          await this.#readOne(accountId);
        }
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #readOne(accountId: string): Promise<void> {
    const { readAccount, logger } = this.options;
    try {
      if (!(await readAccount(accountId))) {
        await this.#readAll([accountId]);
      }
    } catch (error) {
      logger.warn(
        `account ${accountId}: it could not be read when AWS Organizations told of it, and is read with all others: ${stringifyError(
          error,
        )}`,
      );
      await this.#readAll([accountId]);
    }
  }

  async #readAll(accountIds: readonly string[]): Promise<void> {
    const { readAll, logger } = this.options;
    try {
      await readAll(accountIds);
    } catch (error) {
      logger.warn(
        `The organisations are read when their time has come, and not when AWS told of a change: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
