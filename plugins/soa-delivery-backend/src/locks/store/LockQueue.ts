import { randomUUID } from 'node:crypto';
import type {
  LockTarget,
  ReservationOwner,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { ownerColumns } from '../../reservations';
import { toLock } from './LockRecord';
import type { LockRecord, LockRow } from './LockRecord';

/** What somebody asks for. */
export interface LockWish {
  target: LockTarget;
  owner: ReservationOwner;
  requestedBy: string;
  leaseSeconds: number;
}

/**
 * The queue of one account or zone, while nobody else changes it: every change of it
 * is made in a transaction that waits at the row of its target first.
 */
export class LockQueue {
  /**
   * @param target - whose row this waits at
   * @param waitingSeconds - how long a place is kept for who does not ask again
   */
  static async enter(
    tx: Knex.Transaction,
    target: LockTarget,
    options: { at: Date; waitingSeconds: number },
  ): Promise<LockQueue> {
    await tx('soa_lock_targets').insert(target).onConflict().ignore();
    await tx('soa_lock_targets').where(target).forUpdate().first();
    return new LockQueue(tx, target, options);
  }

  private constructor(
    private readonly tx: Knex.Transaction,
    private readonly target: LockTarget,
    private readonly options: { at: Date; waitingSeconds: number },
  ) {}

  /** Takes out whoever's time is up. */
  async expire(): Promise<LockRecord[]> {
    const rows: LockRow[] = await this.#rows()
      .where('expires_at', '<=', this.options.at.toISOString())
      .orderBy('seq');
    if (rows.length > 0) {
      await this.#rows()
        .where('expires_at', '<=', this.options.at.toISOString())
        .delete();
    }
    return rows.map(toLock);
  }

  /** Finds an owner's place, or gives it the last one. */
  async join({ owner, requestedBy, leaseSeconds }: LockWish): Promise<void> {
    const known = await this.#rows().where(ownerColumns(owner)).first();
    if (known) {
      await this.#rows()
        .where({ seq: known.seq })
        .update({ lease_seconds: leaseSeconds, missing_since: null });
      return;
    }
    await this.tx<LockRow>('soa_locks').insert({
      id: randomUUID(),
      target_kind: this.target.kind,
      target_id: this.target.id,
      ...ownerColumns(owner),
      requested_by: requestedBy,
      requested_at: this.options.at.toISOString(),
      lease_seconds: leaseSeconds,
      held_since: null,
      expires_at: this.#after(this.options.waitingSeconds),
      missing_since: null,
    });
  }

  /**
   * Gives the lock to the first who waits, if nobody holds it. Whoever it is has to
   * ask again to keep it for the whole lease: it may be nobody any more.
   */
  async promote(): Promise<void> {
    const first = await this.#rows().orderBy('seq').first();
    if (first && !first.held_since) {
      await this.#rows()
        .where({ seq: first.seq })
        .update({
          held_since: this.options.at.toISOString(),
          expires_at: this.#after(this.options.waitingSeconds),
        });
    }
  }

  /** Begins an owner's time anew. */
  async renew(owner: ReservationOwner): Promise<LockRecord> {
    const row = (await this.#rows().where(ownerColumns(owner)).first())!;
    const expires = this.#after(
      row.held_since ? row.lease_seconds : this.options.waitingSeconds,
    );
    await this.#rows().where({ seq: row.seq }).update({ expires_at: expires });
    return toLock({ ...row, expires_at: expires });
  }

  /** @returns whether it was there as it was read */
  async leave({ id, missingSince }: LockRecord): Promise<boolean> {
    const left = await this.#rows()
      .where({ id, missing_since: missingSince ?? null })
      .delete();
    return left > 0;
  }

  #rows() {
    return this.tx<LockRow>('soa_locks').where({
      target_kind: this.target.kind,
      target_id: this.target.id,
    });
  }

  #after(seconds: number): string {
    return new Date(this.options.at.getTime() + seconds * 1_000).toISOString();
  }
}
