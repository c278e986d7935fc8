import type {
  AuditorService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  soaLockReleasePermission,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import type {
  LockRelease,
  LockRequest,
  Page,
  SoaLock,
} from '@backstage-soa/plugin-soa-common';
import type { z } from 'zod';
import { decodeCursor, encodeCursor, readablePage } from '../reservations';
import type { ReservationPolicy } from '../reservations';
import { lockPlace } from './schemas';
import type { locksQuery } from './schemas';
import type { LockFilter, LockStore, PlacedLock } from './store';
import { tellExpired } from './tellExpired';
import { toSoaLock } from './toSoaLock';

const AT_ONCE = 500;

/** Asks for locks, lists them and frees them, for whoever may. */
export class LockService {
  constructor(
    private readonly options: {
      store: LockStore;
      policy: ReservationPolicy;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'info'>;
    },
  ) {}

  async acquire(
    request: LockRequest & { leaseSeconds: number },
    credentials: BackstageCredentials,
  ): Promise<SoaLock> {
    const { store, policy } = this.options;
    const { target, owner, purpose, leaseSeconds, dryRun } = request;
    const account = target.kind === 'account' ? target.id : undefined;
    const requestedBy = await policy.mayReserve(
      owner,
      purpose,
      { account },
      credentials,
    );
    if (dryRun) {
      return this.#preview(request, requestedBy, credentials);
    }
    const { lock, expired } = await store.acquire({
      target,
      owner,
      requestedBy,
      leaseSeconds,
    });
    await tellExpired(expired, this.options);
    return this.#served(lock, credentials);
  }

  async list(
    query: z.infer<typeof locksQuery>,
    credentials: BackstageCredentials,
  ): Promise<Page<SoaLock>> {
    const { store, policy } = this.options;
    const { cursor, limit, ...filter } = query;
    const releasable = new Set<PlacedLock>();
    const { items, next } = await readablePage<
      PlacedLock,
      [string, string, number]
    >({
      limit,
      after: decodeCursor(cursor, lockPlace),
      list: (after, most) => store.list({ ...filter, after, limit: most }),
      placeOf: ({ target, seq }) => [target.kind, target.id, seq],
      readable: async locks => {
        const sight = await policy.sight(
          locks,
          soaLockReleasePermission,
          credentials,
        );
        sight.releasable.forEach(lock => releasable.add(lock));
        return sight.readable;
      },
    });
    const holders = await this.#readableHolders(items, credentials);
    return {
      items: items.map(lock =>
        toSoaLock(lock, {
          mayRelease: releasable.has(lock),
          showsHolder: holders.has(lock),
        }),
      ),
      nextCursor: next && encodeCursor(next),
    };
  }

  /**
   * Frees what is named; nothing left to free is no error.
   *
   * @returns what was freed
   * @throws NotFoundError for an id that is not there; NotAllowedError
   */
  async release(
    { id, ...filter }: LockRelease,
    credentials: BackstageCredentials,
  ): Promise<SoaLock[]> {
    const { store, policy } = this.options;
    const locks = await this.#all({ id, ...filter });
    const { readable, releasable } = await policy.sight(
      locks,
      soaLockReleasePermission,
      credentials,
    );
    if (id && !locks.some(lock => readable.has(lock))) {
      throw new NotFoundError(
        `There is no lock ${id}, or you may not see it: it may be free already`,
      );
    }
    if (locks.some(lock => !releasable.has(lock))) {
      throw new NotAllowedError(
        `You may not free this: ask for the permission ${soaWorkspaceApplyPermission.name} on the component, or for ${soaLockReleasePermission.name}`,
      );
    }
    const freed: SoaLock[] = [];
    for (const lock of locks) {
      // What was asked for since it was read, its owner has again.
      if (await store.free(lock)) {
        freed.push(toSoaLock(lock, { mayRelease: true, showsHolder: false }));
      }
    }
    return freed;
  }

  async #all(filter: Omit<LockFilter, 'after' | 'limit'>) {
    const all: PlacedLock[] = [];
    for (;;) {
      const last = all[all.length - 1];
      const page = await this.options.store.list({
        ...filter,
        after: last && [last.target.kind, last.target.id, last.seq],
        limit: AT_ONCE,
      });
      all.push(...page);
      if (page.length < AT_ONCE) {
        return all;
      }
    }
  }

  async #preview(
    { target, owner, leaseSeconds }: LockRequest & { leaseSeconds: number },
    requestedBy: string,
    credentials: BackstageCredentials,
  ): Promise<SoaLock> {
    const { store } = this.options;
    const { kind, componentRef, id } = owner;
    const [known] = await store.list({
      targetKind: target.kind,
      targetId: target.id,
      ownerKind: kind,
      componentRef,
      ownerId: id,
      limit: 1,
    });
    const { ahead, holder } = await store.ahead(target);
    const now = new Date();
    return this.#served(
      known ?? {
        id: 'none',
        seq: 0,
        target,
        owner,
        requestedBy,
        requestedAt: now.toISOString(),
        heldSince: ahead === 0 ? now.toISOString() : undefined,
        expiresAt: new Date(now.getTime() + leaseSeconds * 1_000).toISOString(),
        ahead,
        holder,
      },
      credentials,
    );
  }

  async #served(
    lock: PlacedLock,
    credentials: BackstageCredentials,
  ): Promise<SoaLock> {
    const holders = await this.#readableHolders([lock], credentials);
    return toSoaLock(lock, {
      mayRelease: true,
      showsHolder: holders.has(lock),
    });
  }

  async #readableHolders(
    locks: readonly PlacedLock[],
    credentials: BackstageCredentials,
  ): Promise<Set<PlacedLock>> {
    const held = locks.flatMap(lock =>
      lock.holder ? [{ lock, owner: lock.holder }] : [],
    );
    if (held.length === 0) {
      return new Set();
    }
    const { readable } = await this.options.policy.sight(
      held,
      soaLockReleasePermission,
      credentials,
    );
    return new Set([...readable].map(({ lock }) => lock));
  }
}
