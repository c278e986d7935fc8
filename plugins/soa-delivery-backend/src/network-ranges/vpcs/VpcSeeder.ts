import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import type { VpcReader } from './VpcReader';
import type { VpcPlace, VpcReading, VpcStore } from './VpcStore';

const AT_ONCE = 10;
const PAGE = 200;
const MOST_TOLD = 20;

/** Keeps what is known of the organisation's VPCs up to date. */
export class VpcSeeder {
  constructor(
    private readonly options: {
      store: VpcStore;
      reader: Pick<VpcReader, 'read'>;
      accounts: Pick<SoaAccountsClient, 'listAccounts' | 'readCompleteness'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      logger: Pick<LoggerService, 'warn'>;
    },
  ) {}

  /** Reads all accounts and Regions, those first that were not for longest. */
  async run(signal?: AbortSignal): Promise<void> {
    const { store, reader, logger } = this.options;
    const readings = await store.listReadings();
    const { places, closed } = await this.#places(readings);
    await store.forgetAccounts(closed);
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      places.map(place =>
        limit(async () => {
          if (!signal?.aborted) {
            await reader.read(place);
          }
        }),
      ),
    );
    signal?.throwIfAborted();
    const overlaps = await store.listOverlaps(MOST_TOLD);
    for (const { cidr, pool, vpc } of overlaps) {
      logger.warn(
        `The VPC ${vpc.id} (${vpc.cidr}) in ${vpc.account}, ${vpc.region} has addresses of ${cidr}, which is somebody else's of the pool ${pool}: move one of them`,
      );
    }
  }

  /**
   * Where the inventory has Regions of accounts, and where somebody has asked for a
   * range; and the accounts that are no longer there for certain.
   */
  async #places(
    readings: readonly VpcReading[],
  ): Promise<{ places: VpcPlace[]; closed: string[] }> {
    const { accounts, auth } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const { organization: isComplete } = await accounts.readCompleteness({
      credentials,
    });
    const all = await allPages(cursor =>
      accounts.listAccounts({ cursor, limit: PAGE }, { credentials }),
    );
    const known = new Map(all.map(account => [account.id, account]));
    const isActive = (id: string) => known.get(id)?.state === 'ACTIVE';
    const triedAt = new Map<string, string>();
    for (const { id, regions } of all.filter(account => isActive(account.id))) {
      regions.forEach(region => triedAt.set(`${id}/${region}`, ''));
    }
    for (const reading of readings) {
      if (isActive(reading.account)) {
        triedAt.set(`${reading.account}/${reading.region}`, reading.triedAt);
      }
    }
    const places = [...triedAt]
      .sort(([, one], [, other]) => (one < other ? -1 : Number(one > other)))
      .map(([key]) => {
        const [account, region] = key.split('/');
        return { account, region };
      });
    const closed = readings
      .map(({ account }) => account)
      .filter(account => isComplete && all.length > 0 && !known.has(account));
    return { places, closed: [...new Set(closed)] };
  }
}
