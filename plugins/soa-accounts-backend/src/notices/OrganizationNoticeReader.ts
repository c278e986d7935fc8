import type { LoggerService } from '@backstage/backend-plugin-api';
import { RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import { organizationSource } from '../inventory';
import type { OrganizationRefresh } from '../inventory';
import type { InventoryStore } from '../store';
import { readOrganizationNotice } from './readOrganizationNotice';

/** So many events are remembered, so that the same one reads nothing again. */
const REMEMBERED = 5_000;

/**
 * Reads an account again as soon as EventBridge tells of it, and the organisation
 * where more may have changed. What an event says is not believed further than that.
 */
export class OrganizationNoticeReader {
  readonly #seen = new RecentlyUsed<{ isNew: boolean }>(REMEMBERED);
  /** Those that are read now, and whether something has come up since. */
  readonly #reading = new Map<string, { again: boolean }>();

  constructor(
    private readonly options: {
      /** The accounts through which organisations are read. */
      managementAccounts: readonly string[];
      organizations: Pick<OrganizationRefresh, 'readOne'>;
      store: Pick<InventoryStore, 'listRoots'>;
      logger: Pick<LoggerService, 'warn'>;
      /** Has a whole source read soon. */
      requestAll: (source: string) => void;
      isStopping: () => boolean;
    },
  ) {}

  async take(body: unknown): Promise<void> {
    const notice = readOrganizationNotice(body);
    const reader = notice && (await this.#readerOf(notice.recipientAccountId));
    if (!reader || !this.#isNew(notice.identity)) {
      return;
    }
    if (notice.accountId) {
      await this.#read(reader, notice.accountId);
    } else {
      this.options.requestAll(organizationSource(reader));
    }
  }

  #isNew(identity: string): boolean {
    const seen = this.#seen.get(identity, () => ({ isNew: true }));
    const { isNew } = seen;
    seen.isNew = false;
    return isNew;
  }

  /**
   * The account through which the organisation is read whose event has come to
   * another: the management account's, where reading is delegated.
   */
  async #readerOf(recipient: string): Promise<string | undefined> {
    const { managementAccounts, store } = this.options;
    if (managementAccounts.includes(recipient)) {
      return recipient;
    }
    const roots = await store.listRoots();
    const ours = roots.find(({ arn }) => arn.split(':')[4] === recipient);
    return managementAccounts.find(
      account => organizationSource(account) === ours?.source,
    );
  }

  /** Much can be done to an account in a short time: one read after the last will do. */
  async #read(reader: string, accountId: string): Promise<void> {
    const { organizations, logger, requestAll, isStopping } = this.options;
    const key = `${reader}/${accountId}`;
    const running = this.#reading.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const reading = { again: true };
    this.#reading.set(key, reading);
    try {
      while (reading.again && !isStopping()) {
        reading.again = false;
        if (!(await organizations.readOne(reader, accountId))) {
          requestAll(organizationSource(reader));
        }
      }
    } catch (error) {
      logger.warn(
        `account ${accountId}: it could not be read when AWS told of it, and is read with all others: ${error}`,
      );
      requestAll(organizationSource(reader));
    } finally {
      this.#reading.delete(key);
    }
  }
}
