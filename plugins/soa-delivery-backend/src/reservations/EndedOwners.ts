import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';
import type { JsonObject } from '@backstage/types';
import { auditedBy } from '../audit';
import type { MissingOwners } from './MissingOwners';
import { ownerInWords } from './ownerColumns';
import type { RolloutEnds } from './RolloutEnds';

// Longer than a catalog takes to read again what it has lost, and than somebody takes
// to register a component once its range was asked for.
const PATIENCE_MS = 24 * 3_600_000;
const AT_ONCE = 500;

/** What somebody has reserved, whatever it is. */
export interface OwnedReservation {
  id: string;
  owner: ReservationOwner;
  requestedAt: string;
  /** Since when its owner is not to be found. */
  missingSince?: string;
}

/** Reservations of one kind, as far as their owners' ends are concerned. */
export interface OwnedReservations<T extends OwnedReservation> {
  /** Such as `lock`, for audit events. */
  readonly what: string;
  /** In the order of their ids, those after one. */
  listOwned(options: {
    kind?: ReservationOwner['kind'];
    componentRef?: string;
    afterId: string | undefined;
    limit: number;
  }): Promise<T[]>;
  /** Notes since when the owner of one is missing, unless it was asked for since. */
  noteMissing(item: T, missingSince: string | undefined): Promise<void>;
  /**
   * Frees one, unless it was asked for since it was read.
   *
   * @returns whether it is freed
   */
  free(item: T): Promise<boolean>;
  /** What it is, for audit events. */
  describe(item: T): JsonObject;
}

/** Frees what owners have left that have ended. */
export class EndedOwners<T extends OwnedReservation> {
  constructor(
    private readonly options: {
      reservations: OwnedReservations<T>;
      rollouts: RolloutEnds;
      missing: Pick<MissingOwners, 'among'>;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'info' | 'warn'>;
      now?: () => Date;
    },
  ) {}

  /** A rollout's end is final: what it has goes at once. */
  async freeOfEndedRollouts(signal?: AbortSignal): Promise<void> {
    await this.#eachPage({ kind: 'rollout' }, signal, async items => {
      const ended = await this.options.rollouts.ended(
        items.map(({ owner }) => owner.id),
      );
      for (const item of items.filter(({ owner }) => ended.has(owner.id))) {
        signal?.throwIfAborted();
        await this.#free(item, 'its rollout has ended');
      }
    });
  }

  /**
   * What the catalog does not know may come back: it has to be missing, and again a
   * day later.
   */
  async freeOfMissing(signal?: AbortSignal): Promise<void> {
    await this.#eachPage({}, signal, async items => {
      const missing = await this.options.missing.among(items);
      for (const item of items) {
        signal?.throwIfAborted();
        await this.#see(item, missing.has(item));
      }
    });
  }

  /**
   * A component that is destroyed and has left the catalog does not come back: what it
   * has goes at once. What was asked for since is another's of that name.
   *
   * @throws Error if some of it could not be freed
   */
  async freeOfComponent(
    componentRef: string,
    destroyedAt: string,
    signal?: AbortSignal,
  ): Promise<void> {
    let left = 0;
    await this.#eachPage({ componentRef }, signal, async items => {
      for (const item of items) {
        signal?.throwIfAborted();
        if (
          item.requestedAt <= destroyedAt &&
          !(await this.#free(item, 'its component is destroyed'))
        ) {
          left += 1;
        }
      }
    });
    if (left > 0) {
      throw new Error(
        `${left} of what ${componentRef} has reserved could not be freed`,
      );
    }
  }

  async #eachPage(
    filter: { kind?: ReservationOwner['kind']; componentRef?: string },
    signal: AbortSignal | undefined,
    see: (items: T[]) => Promise<void>,
  ): Promise<void> {
    const { reservations } = this.options;
    let afterId: string | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const items = await reservations.listOwned({
        ...filter,
        afterId,
        limit: AT_ONCE,
      });
      if (items.length === 0) {
        return;
      }
      await see(items);
      afterId = items[items.length - 1].id;
    }
  }

  async #see(item: T, isMissing: boolean): Promise<void> {
    const { reservations, now = () => new Date() } = this.options;
    const { missingSince } = item;
    if (!isMissing) {
      if (missingSince) {
        await reservations.noteMissing(item, undefined);
      }
    } else if (!missingSince) {
      await reservations.noteMissing(item, now().toISOString());
    } else if (now().getTime() - Date.parse(missingSince) >= PATIENCE_MS) {
      await this.#free(
        item,
        `the catalog has not had its owner since ${missingSince}`,
      );
    }
  }

  /**
   * One that cannot be freed does not hold up the others.
   *
   * @returns whether it could be tried
   */
  async #free(item: T, reason: string): Promise<boolean> {
    const { reservations, auditor, logger } = this.options;
    const { what } = reservations;
    const owner = ownerInWords(item.owner);
    const audited = auditedBy(auditor, {
      ...reservations.describe(item),
      owner,
      reason,
    });
    try {
      const isFreed = await audited(
        `${what}-owner-ended`,
        () => reservations.free(item),
        { written: freed => ({ isFreed: freed }) },
      );
      if (isFreed) {
        logger.info(`The ${what} ${item.id} of ${owner} is free: ${reason}`);
      }
      return true;
    } catch (error) {
      logger.warn(
        `The ${what} ${item.id} of ${owner} could not be freed, and is tried again: ${error}`,
      );
      return false;
    }
  }
}
