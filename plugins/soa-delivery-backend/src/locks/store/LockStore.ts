import type {
  LockTarget,
  ReservationOwner,
} from '@backstage-soa/plugin-soa-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { OwnedReservations } from '../../reservations';
import { LockQueue } from './LockQueue';
import type { LockWish } from './LockQueue';
import { toLock, toPlacedLock } from './LockRecord';
import type { LockRecord, LockRow, PlacedLock } from './LockRecord';
import { placedLocks } from './placedLocks';
import type { LockFilter } from './placedLocks';

// One transaction must not hold up whoever asks.
const EXPIRED_AT_ONCE = 200;

/** Locks, and the queues for them: the truth of it. */
export class LockStore implements OwnedReservations<LockRecord> {
  readonly what = 'lock';

  /** @param knex - of a database that was migrated */
  constructor(
    private readonly knex: Knex,
    private readonly options: { waitingSeconds: number; now?: () => Date },
  ) {}

  /**
   * Asks for a lock: the same owner gets the same, and its time begins anew.
   *
   * @returns it, and those whose time was up
   */
  async acquire(
    wish: LockWish,
  ): Promise<{ lock: PlacedLock; expired: LockRecord[] }> {
    const { id, expired } = await this.#in(wish.target, async queue => {
      const gone = await queue.expire();
      await queue.join(wish);
      await queue.promote();
      const lock = await queue.renew(wish.owner);
      return { id: lock.id, expired: gone };
    });
    const [lock] = await this.list({ id, limit: 1 });
    if (!lock) {
      // Somebody has freed it already.
      return this.acquire(wish);
    }
    return { lock, expired };
  }

  /** In the order of their targets and queues, without those whose time is up. */
  async list(filter: LockFilter): Promise<PlacedLock[]> {
    const rows = await placedLocks(this.knex, filter, this.#now());
    return rows.map(toPlacedLock);
  }

  /** How many are before whoever asks next, and who holds it. */
  async ahead(
    target: LockTarget,
  ): Promise<{ ahead: number; holder?: ReservationOwner }> {
    const places = (): Knex.QueryBuilder =>
      this.knex<LockRow>('soa_locks')
        .where({ target_kind: target.kind, target_id: target.id })
        .andWhere('expires_at', '>', this.#now().toISOString());
    const [{ number }] = await places().count({ number: '*' });
    const first = await places().orderBy('seq').first();
    return { ahead: Number(number), holder: first && toLock(first).owner };
  }

  /** Takes out whoever's time is up, wherever nobody asks any more. */
  async expire(): Promise<LockRecord[]> {
    const targets: Array<Pick<LockRow, 'target_kind' | 'target_id'>> =
      await this.knex<LockRow>('soa_locks')
        .distinct('target_kind', 'target_id')
        .where('expires_at', '<=', this.#now().toISOString())
        .limit(EXPIRED_AT_ONCE);
    const expired: LockRecord[] = [];
    for (const { target_kind, target_id } of targets) {
      const target = { kind: target_kind, id: target_id } as LockTarget;
      expired.push(
        ...(await this.#in(target, async queue => {
          const gone = await queue.expire();
          await queue.promote();
          return gone;
        })),
      );
    }
    return expired;
  }

  /** Frees one, unless its owner's being missed has changed since it was read. */
  free(lock: LockRecord): Promise<boolean> {
    return this.#in(lock.target, async queue => {
      const isFreed = await queue.leave(lock);
      await queue.expire();
      await queue.promote();
      return isFreed;
    });
  }

  async listOwned(
    options: Parameters<OwnedReservations<LockRecord>['listOwned']>[0],
  ): Promise<LockRecord[]> {
    const { kind, componentRef, afterId, limit } = options;
    const rows: LockRow[] = await this.knex<LockRow>('soa_locks')
      .where({
        ...(kind && { owner_kind: kind }),
        ...(componentRef && { component_ref: componentRef }),
      })
      .andWhere('id', '>', afterId ?? '')
      .orderBy('id')
      .limit(limit);
    return rows.map(toLock);
  }

  async noteMissing(
    { id, missingSince: before }: LockRecord,
    missingSince: string | undefined,
  ): Promise<void> {
    await this.knex<LockRow>('soa_locks')
      .where({ id, missing_since: before ?? null })
      .update({ missing_since: missingSince ?? null });
  }

  describe({ id, target, heldSince }: LockRecord): JsonObject {
    return {
      lockId: id,
      target: `${target.kind} ${target.id}`,
      state: heldSince ? 'held' : 'waiting',
    };
  }

  #in<T>(
    target: LockTarget,
    change: (queue: LockQueue) => Promise<T>,
  ): Promise<T> {
    return this.knex.transaction(async tx =>
      change(
        await LockQueue.enter(tx, target, {
          at: this.#now(),
          waitingSeconds: this.options.waitingSeconds,
        }),
      ),
    );
  }

  #now(): Date {
    return this.options.now?.() ?? new Date();
  }
}
