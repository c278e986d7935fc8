import { ConflictError } from '@backstage/errors';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { firstFit, sizeOf, toCidr } from '../pools';
import type { Span } from '../pools';
import { insertRange } from './insertRange';
import { listRanges } from './listRanges';
import type { RangeFilter } from './listRanges';
import { rangeOf } from './rangeOf';
import { toRange } from './RangeRecord';
import type { RangeRecord, RangeRow, RangeWish } from './RangeRecord';
import { reviveRange } from './reviveRange';
import { takenSpans } from './takenSpans';

const RANGES = 'soa_network_ranges';

/** Which ranges of addresses are whose: the truth of it. */
export class RangeStore {
  /** @param knex - of a database that was migrated */
  constructor(
    private readonly knex: Knex,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async find(
    wish: Pick<RangeWish, 'owner' | 'account' | 'region' | 'name'>,
  ): Promise<RangeRecord | undefined> {
    const row = await rangeOf(this.knex, wish).first();
    return row && toRange(row);
  }

  /**
   * Takes the first range that is free. The same owner asking for the same gets the
   * same, also one that it has just given back.
   *
   * @param spans - of the pool
   * @throws ConflictError if there is no room, or the owner has another one by that
   *   name
   */
  async take(wish: RangeWish, spans: readonly Span[]): Promise<RangeRecord> {
    return this.#at(wish.pool, async tx => {
      const known = await reviveRange(tx, wish);
      if (known) {
        return known;
      }
      for (const span of spans) {
        const first = firstFit(
          span,
          wish.prefixLength,
          await takenSpans(tx, span),
        );
        if (first !== undefined) {
          return insertRange(tx, wish, this.now(), {
            state: 'held',
            cidr: toCidr(first, wish.prefixLength),
            first,
            last: first + sizeOf(wish.prefixLength) - 1,
          });
        }
      }
      throw new ConflictError(
        `pool: ${wish.pool} has no free /${wish.prefixLength} any more: free ranges that nobody needs, or have the platform team add some to soa.delivery.network.pools`,
      );
    });
  }

  /**
   * Notes that AWS IPAM is about to be asked for a range.
   *
   * @throws ConflictError if the owner has another one by that name
   */
  async announce(wish: RangeWish): Promise<RangeRecord> {
    return this.#at(
      wish.pool,
      async tx =>
        (await reviveRange(tx, wish)) ??
        insertRange(tx, wish, this.now(), { state: 'allocating', cidr: null }),
    );
  }

  /** Notes what AWS IPAM has given. */
  async settle(
    { id }: RangeRecord,
    given: { cidr: string; allocationId: string },
  ): Promise<RangeRecord | undefined> {
    await this.knex<RangeRow>(RANGES)
      .where({ id, state: 'allocating' })
      .update({
        state: 'held',
        cidr: given.cidr,
        allocation_id: given.allocationId,
      });
    const row = await this.knex<RangeRow>(RANGES).where({ id }).first();
    return row && toRange(row);
  }

  /**
   * Notes that a range is given back, unless it was asked for since it was read. It
   * stays taken until it is forgotten.
   *
   * @returns whether it is
   */
  async release({ id, missingSince }: RangeRecord): Promise<boolean> {
    const released = await this.knex<RangeRow>(RANGES)
      .where({ id, missing_since: missingSince ?? null })
      .whereNot({ state: 'releasing' })
      .update({ state: 'releasing', released_at: this.now().toISOString() });
    return released > 0;
  }

  /** Knows nothing any more of a range that was given back, which is free then. */
  async forget({ id }: RangeRecord): Promise<void> {
    await this.knex<RangeRow>(RANGES)
      .where({ id, state: 'releasing' })
      .delete();
  }

  /** Those that were given back, the first of them. */
  async listReleasing(options: {
    afterId: string | undefined;
    limit: number;
  }): Promise<RangeRecord[]> {
    const rows: RangeRow[] = await this.knex<RangeRow>(RANGES)
      .where({ state: 'releasing' })
      .andWhere('id', '>', options.afterId ?? '')
      .orderBy('id')
      .limit(options.limit);
    return rows.map(toRange);
  }

  /** Those that AWS IPAM was asked for before a time, and nobody knows the answer. */
  async listStuck(before: Date): Promise<RangeRecord[]> {
    const rows: RangeRow[] = await this.knex<RangeRow>(RANGES)
      .where({ state: 'allocating' })
      .andWhere('requested_at', '<', before.toISOString());
    return rows.map(toRange);
  }

  /** Newest first. */
  list(filter: RangeFilter): Promise<RangeRecord[]> {
    return listRanges(this.knex, filter);
  }

  /** In the order of their ids, those that are not given back already. */
  async listOwned(options: {
    kind?: ReservationOwner['kind'];
    componentRef?: string;
    afterId: string | undefined;
    limit: number;
  }): Promise<RangeRecord[]> {
    const { kind, componentRef, afterId, limit } = options;
    const rows: RangeRow[] = await this.knex<RangeRow>(RANGES)
      .where({
        ...(kind && { owner_kind: kind }),
        ...(componentRef && { component_ref: componentRef }),
      })
      .whereNot({ state: 'releasing' })
      .andWhere('id', '>', afterId ?? '')
      .orderBy('id')
      .limit(limit);
    return rows.map(toRange);
  }

  async noteMissing(
    { id, missingSince: before }: RangeRecord,
    missingSince: string | undefined,
  ): Promise<void> {
    await this.knex<RangeRow>(RANGES)
      .where({ id, missing_since: before ?? null })
      .update({ missing_since: missingSince ?? null });
  }

  describe({ id, pool, account, region, cidr }: RangeRecord): JsonObject {
    return { rangeId: id, pool, account, region, ...(cidr && { cidr }) };
  }

  /** Changes what a pool gives, while nobody else does. */
  #at<T>(
    pool: string,
    change: (tx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return this.knex.transaction(async tx => {
      await tx('soa_network_pools')
        .insert({ name: pool })
        .onConflict()
        .ignore();
      await tx('soa_network_pools').where({ name: pool }).forUpdate().first();
      return change(tx);
    });
  }
}
