import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  AuditEventDetail,
  AuditEventFilter,
  AuditEventsPage,
  AuditRefresh,
} from '@backstage-soa/plugin-soa-common';
import type { ShardRefresh } from '../refresh';
import { countEvents, queryEvents } from '../store';
import type { AuditStore } from '../store';
import type { AuditAccess } from './AuditAccess';
import { coverageOf } from './coverageOf';
import { decodeCursor, encodeCursor } from './cursor';
import { scopeOf } from './scopeOf';
import { shardsOfEntity } from './shardsOfEntity';

/** What the audit plugin answers, always to somebody. */
export class AuditService {
  constructor(
    private readonly options: {
      store: AuditStore;
      access: AuditAccess;
      refresh: ShardRefresh;
      retentionDays: number;
      now?: () => Date;
    },
  ) {}

  async events(
    entityRef: string,
    query: AuditEventFilter & { cursor?: string; limit: number },
    credentials: BackstageCredentials,
  ): Promise<AuditEventsPage> {
    const { store, access, retentionDays } = this.options;
    const { now = () => new Date() } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const { cursor, limit, ...filter } = query;
    const events = await queryEvents(
      store.knex,
      await scopeOf(entity, this.options, credentials),
      filter,
      { after: decodeCursor(cursor), limit: limit + 1 },
    );
    const page = events.slice(0, limit);
    const positions = await store.listPositions();
    return {
      items: await access.forCaller(page, credentials),
      ...(events.length > limit && {
        nextCursor: encodeCursor(page[page.length - 1]),
      }),
      coverage: coverageOf(shardsOfEntity(entity, positions), positions, {
        from: filter.from,
        to: filter.to,
        now: now(),
        retentionDays,
      }),
    };
  }

  /** Has the accounts and Regions of an entity read now, in the background. */
  async refresh(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<AuditRefresh> {
    const { store, access, refresh } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const positions = await store.listPositions();
    return { items: await refresh.start(shardsOfEntity(entity, positions)) };
  }

  /** How many events there are of each kind of actor, account and Region. */
  async facets(
    entityRef: string,
    filter: AuditEventFilter,
    credentials: BackstageCredentials,
  ) {
    const { store, access } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const scope = await scopeOf(entity, this.options, credentials);
    const [actorKind, account, region] = await Promise.all(
      (['actor_kind', 'account', 'region'] as const).map(column =>
        countEvents(store.knex, scope, filter, column),
      ),
    );
    return { actorKind, account, region };
  }

  /** @throws NotFoundError if there is none, or the caller may not read it */
  async event(
    eventId: string,
    credentials: BackstageCredentials,
  ): Promise<AuditEventDetail> {
    const { store, access } = this.options;
    const event = await store.get(eventId);
    if (!event || !(await access.mayRead(event, credentials))) {
      throw new NotFoundError(`There is no event ${eventId}`);
    }
    const [shown] = await access.forCaller([event], credentials);
    return shown;
  }
}
