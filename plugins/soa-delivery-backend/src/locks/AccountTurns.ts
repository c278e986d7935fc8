import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RolloutRecord } from '../store';
import type { LockStore, PlacedLock } from './store';
import { tellExpired } from './tellExpired';

/** What is asked of a rollout that wants accounts for itself. */
type Claimant = Pick<
  RolloutRecord,
  'id' | 'componentRef' | 'initiator' | 'targets'
>;

const AT_ONCE = 500;

/** Gives exclusive rollouts the accounts of their placements, one after the other. */
export class AccountTurns {
  constructor(
    private readonly options: {
      store: LockStore;
      /** Longer than the portal is ever away: only its end frees what a rollout has. */
      leaseSeconds: number;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'info'>;
    },
  ) {}

  /**
   * Asks for all of its accounts, and keeps what it has of them. The next is asked for
   * once it has the one before, in the order of their ids: two never wait for each other.
   *
   * @returns whether it has them all
   */
  async take({
    id,
    componentRef,
    initiator,
    targets,
  }: Claimant): Promise<boolean> {
    const { store, leaseSeconds } = this.options;
    for (const account of accountsOf(targets)) {
      const { lock, expired } = await store.acquire({
        target: { kind: 'account', id: account },
        owner: { kind: 'rollout', componentRef, id },
        requestedBy: initiator,
        leaseSeconds,
      });
      await tellExpired(expired, this.options);
      if (!lock.heldSince) {
        return false;
      }
    }
    return true;
  }

  /** Frees what it has, and its places in queues. */
  async leave({ id }: Pick<Claimant, 'id'>): Promise<void> {
    const { store } = this.options;
    for (const lock of await this.#of(id)) {
      await store.free(lock);
    }
  }

  /** The lock that it waits for, if it does. */
  async waitsFor({
    id,
  }: Pick<Claimant, 'id'>): Promise<PlacedLock | undefined> {
    const locks = await this.#of(id);
    return locks.find(({ heldSince }) => !heldSince);
  }

  #of(id: string): Promise<PlacedLock[]> {
    return this.options.store.list({
      ownerKind: 'rollout',
      ownerId: id,
      limit: AT_ONCE,
    });
  }
}

function accountsOf(targets: Claimant['targets']): string[] {
  return [...new Set(targets.map(({ placement }) => placement.account))].sort();
}
