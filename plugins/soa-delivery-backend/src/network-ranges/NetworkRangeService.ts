import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  soaNetworkReleasePermission,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import type {
  NetworkRange,
  NetworkRangeRelease,
  NetworkRangeRequest,
  Page,
} from '@backstage-soa/plugin-soa-common';
import type { z } from 'zod';
import { decodeCursor, encodeCursor, readablePage } from '../reservations';
import type { ReservationPolicy } from '../reservations';
import { choosePool, parseSpan } from './pools';
import type { RangeSources } from './RangeSources';
import { rangePlace } from './schemas';
import type { rangesQuery } from './schemas';
import type { RangeFilter, RangeRecord, RangeStore } from './store';
import { toNetworkRange } from './toNetworkRange';
import type { VpcStore } from './vpcs';

const AT_ONCE = 500;

/** Gives ranges out, lists them and takes them back, for whoever may. */
export class NetworkRangeService {
  constructor(
    private readonly options: {
      store: RangeStore;
      vpcs: Pick<VpcStore, 'overlapping'>;
      sources: RangeSources;
      policy: ReservationPolicy;
    },
  ) {}

  async allocate(
    request: NetworkRangeRequest & { name: string },
    credentials: BackstageCredentials,
  ): Promise<NetworkRange> {
    const { store, sources, policy } = this.options;
    const { account, region, owner, purpose, name, dryRun } = request;
    const requestedBy = await policy.mayReserve(
      owner,
      purpose,
      { account, region },
      credentials,
    );
    const known = await store.find({ owner, account, region, name });
    if (known?.state === 'held' && isAsAsked(known, request)) {
      // Also where its pool is no longer configured.
      await store.noteMissing(known, undefined);
      return this.#served(known, true);
    }
    const { pool, prefixLength } = choosePool(sources.pools, {
      pool: request.pool ?? known?.pool,
      prefixLength: request.prefixLength ?? known?.prefixLength,
      place: {
        account,
        region,
        environment:
          owner.kind === 'environment'
            ? owner.id
            : purpose?.placement.environment,
      },
    });
    const wish = {
      name,
      pool: pool.name,
      account,
      region,
      owner,
      prefixLength,
      requestedBy,
    };
    if (dryRun) {
      const requestedAt = new Date().toISOString();
      return this.#served(
        { ...wish, id: 'none', state: 'allocating', requestedAt },
        true,
      );
    }
    return this.#served(await sources.of(wish).allocate(wish), true);
  }

  async list(
    query: z.infer<typeof rangesQuery>,
    credentials: BackstageCredentials,
  ): Promise<Page<NetworkRange>> {
    const { store, policy } = this.options;
    const { cursor, limit, ...filter } = query;
    const releasable = new Set<RangeRecord>();
    const { items, next } = await readablePage<RangeRecord, [string, string]>({
      limit,
      after: decodeCursor(cursor, rangePlace),
      list: (after, most) => store.list({ ...filter, after, limit: most }),
      placeOf: ({ requestedAt, id }) => [requestedAt, id],
      readable: async ranges => {
        const sight = await policy.sight(
          ranges,
          soaNetworkReleasePermission,
          credentials,
        );
        sight.releasable.forEach(range => releasable.add(range));
        return sight.readable;
      },
    });
    return {
      items: await Promise.all(
        items.map(range => this.#served(range, releasable.has(range))),
      ),
      nextCursor: next && encodeCursor(next),
    };
  }

  /**
   * Frees what is named; nothing left to free is no error.
   *
   * @returns what was given back
   * @throws NotFoundError for an id that is not there; NotAllowedError
   */
  async release(
    { id, ...filter }: NetworkRangeRelease,
    credentials: BackstageCredentials,
  ): Promise<NetworkRange[]> {
    const { policy, store } = this.options;
    const ranges = (await this.#all({ id, ...filter })).filter(
      ({ state }) => state !== 'releasing',
    );
    const { readable, releasable } = await policy.sight(
      ranges,
      soaNetworkReleasePermission,
      credentials,
    );
    if (id && !ranges.some(range => readable.has(range))) {
      throw new NotFoundError(
        `There is no range ${id}, or you may not see it: it may be free already`,
      );
    }
    if (ranges.some(range => !releasable.has(range))) {
      throw new NotAllowedError(
        `You may not free this: ask for the permission ${soaWorkspaceApplyPermission.name} on the component, or for ${soaNetworkReleasePermission.name}`,
      );
    }
    const freed: NetworkRange[] = [];
    for (const range of ranges) {
      if (await store.release(range)) {
        freed.push(await this.#served({ ...range, state: 'releasing' }, true));
      }
    }
    return freed;
  }

  async #all(filter: Omit<RangeFilter, 'after' | 'limit'>) {
    const all: RangeRecord[] = [];
    for (;;) {
      const last = all[all.length - 1];
      const page = await this.options.store.list({
        ...filter,
        after: last && [last.requestedAt, last.id],
        limit: AT_ONCE,
      });
      all.push(...page);
      if (page.length < AT_ONCE) {
        return all;
      }
    }
  }

  async #served(
    range: RangeRecord,
    mayRelease: boolean,
  ): Promise<NetworkRange> {
    const span = range.cidr && parseSpan(range.cidr);
    const overlaps = span
      ? await this.options.vpcs.overlapping(span, range)
      : [];
    return toNetworkRange(range, { mayRelease, overlaps });
  }
}

function isAsAsked(
  { pool, prefixLength }: RangeRecord,
  asked: NetworkRangeRequest,
): boolean {
  return (
    (asked.pool ?? pool) === pool &&
    (asked.prefixLength ?? prefixLength) === prefixLength
  );
}
