import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type {
  ReservationOwner,
  ReservationOwnerKind,
} from '@backstage-soa/plugin-soa-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { ownerColumns } from '../../reservations';
import { firstFit, sizeOf, toCidr } from '../pools';
import type { Span } from '../pools';
import { toRange } from './RangeRecord';
import type { RangeRecord, RangeRow, RangeWish } from './RangeRecord';
import { takenSpans } from './takenSpans';

/** Which ranges; all that is absent is any. */
export interface RangeFilter {
  id?: string;
  pool?: string;
  account?: string;
  region?: string;
  name?: string;
  componentRef?: string;
  ownerKind?: ReservationOwnerKind;
  ownerId?: string;
  /** The place of the last one of the page before. */
  after?: readonly [requestedAt: string, id: string];
  limit: number;
}

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
    const row = await this.#of(this.knex, wish).first();
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
      const known = await this.#revived(tx, wish);
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
          return this.#insert(tx, wish, {
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
        (await this.#revived(tx, wish)) ??
        this.#insert(tx, wish, { state: 'allocating', cidr: null }),
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
  async list(filter: RangeFilter): Promise<RangeRecord[]> {
    const { id, pool, account, region, name, componentRef, after } = filter;
    const query = this.knex<RangeRow>(RANGES)
      .where({
        ...(id && { id }),
        ...(pool && { pool }),
        ...(account && { account }),
        ...(region && { region }),
        ...(name && { name }),
        ...(componentRef && { component_ref: componentRef }),
        ...(filter.ownerKind && { owner_kind: filter.ownerKind }),
        ...(filter.ownerId && { owner_id: filter.ownerId }),
      })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(filter.limit);
    if (after) {
      query.whereRaw('(requested_at, id) < (?, ?)', [...after]);
    }
    return (await query).map(toRange);
  }

  /** In the order of their ids, those that are not given back already. */
  async listOwned(options: {
    kind?: ReservationOwner['kind'];
    afterId: string | undefined;
    limit: number;
  }): Promise<RangeRecord[]> {
    const { kind, afterId, limit } = options;
    const rows: RangeRow[] = await this.knex<RangeRow>(RANGES)
      .where({ ...(kind && { owner_kind: kind }) })
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

  /** The owner's range by that name, which it keeps from now on. */
  async #revived(
    tx: Knex.Transaction,
    wish: RangeWish,
  ): Promise<RangeRecord | undefined> {
    const row = await this.#of(tx, wish).first();
    if (!row) {
      return undefined;
    }
    if (
      row.pool !== wish.pool ||
      Number(row.prefix_length) !== wish.prefixLength
    ) {
      throw new ConflictError(
        `name: the owner has a range ${row.name} in ${row.account}, ${
          row.region
        } already, ${row.cidr ?? `a /${row.prefix_length}`} of the pool ${
          row.pool
        }: free that one first, or choose another name`,
      );
    }
    // Of one that AWS IPAM is giving back nobody knows whether it still has it.
    if (row.state === 'releasing' && row.allocation_id) {
      throw new ConflictError(
        `name: the range ${row.name} is being given back: try again in a minute`,
      );
    }
    const change = {
      state: row.state === 'releasing' ? 'held' : row.state,
      released_at: null,
      missing_since: null,
    };
    await tx<RangeRow>(RANGES).where({ id: row.id }).update(change);
    return toRange({ ...row, ...change });
  }

  async #insert(
    tx: Knex.Transaction,
    wish: RangeWish,
    given: Pick<RangeRow, 'state' | 'cidr'> & Partial<Span>,
  ): Promise<RangeRecord> {
    const row: RangeRow = {
      id: randomUUID(),
      name: wish.name,
      pool: wish.pool,
      account: wish.account,
      region: wish.region,
      ...ownerColumns(wish.owner),
      prefix_length: wish.prefixLength,
      first: null,
      last: null,
      allocation_id: null,
      requested_by: wish.requestedBy,
      requested_at: this.now().toISOString(),
      released_at: null,
      missing_since: null,
      ...given,
    };
    await tx<RangeRow>(RANGES).insert(row);
    return toRange(row);
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

  #of(
    knex: Knex,
    wish: Pick<RangeWish, 'owner' | 'account' | 'region' | 'name'>,
  ) {
    const { owner, account, region, name } = wish;
    return knex<RangeRow>(RANGES).where({
      ...ownerColumns(owner),
      account,
      region,
      name,
    });
  }
}
