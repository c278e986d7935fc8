import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  AuditEventDetail,
  AuditEventFilter,
  AuditEventsPage,
  AuditFacets,
  AuditRefresh,
  Coverage,
} from '@backstage-soa/plugin-soa-common';
import type { ShardRefresh } from '../refresh';
import { countEvents, listRejections, queryEvents } from '../store';
import type { AuditStore } from '../store';
import type { AuditAccess } from './AuditAccess';
import { coverageOf } from './coverageOf';
import { decodeCursor, encodeCursor } from './cursor';
import { ReadableScopes } from './ReadableScopes';
import { shardsOfEntity } from './shardsOfEntity';

const DAY_MS = 86_400_000;

/** What the audit plugin answers, always to somebody. */
export class AuditService {
  readonly #scopes: ReadableScopes;

  constructor(
    private readonly options: {
      store: AuditStore;
      access: AuditAccess;
      refresh: ShardRefresh;
      retentionDays: number;
      now?: () => Date;
    },
  ) {
    this.#scopes = new ReadableScopes(options);
  }

  async events(
    entityRef: string,
    query: AuditEventFilter & { cursor?: string; limit: number },
    credentials: BackstageCredentials,
  ): Promise<AuditEventsPage> {
    const { store, access } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const { cursor, limit, ...filter } = query;
    const events = await queryEvents(
      store.knex,
      await this.#scopes.of(entity, filter, credentials),
      filter,
      { after: decodeCursor(cursor), limit: limit + 1 },
    );
    const page = events.slice(0, limit);
    return {
      items: await access.forCaller(page, credentials),
      ...(events.length > limit && {
        nextCursor: encodeCursor(page[page.length - 1]),
      }),
      coverage: await this.#coverage(entity, filter),
    };
  }

  /** Has the accounts and Regions of an entity read now, in the background. */
  async refresh(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<AuditRefresh> {
    const { store, access, refresh } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const { shards } = await shardsOfEntity(entity, store);
    return { items: await refresh.start(shards) };
  }

  /** How many events there are of each kind of actor, account and Region. */
  async facets(
    entityRef: string,
    filter: AuditEventFilter,
    credentials: BackstageCredentials,
  ): Promise<AuditFacets> {
    const { store, access } = this.options;
    const entity = await access.entity(entityRef, credentials);
    const scope = await this.#scopes.of(entity, filter, credentials);
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

  /** Of everything that is kept, where no period is asked for. */
  async #coverage(entity: Entity, filter: AuditEventFilter): Promise<Coverage> {
    const { store, retentionDays, now = () => new Date() } = this.options;
    const at = now();
    const keptFrom = at.getTime() - retentionDays * DAY_MS;
    const period = {
      from: filter.from ? Date.parse(filter.from) : keptFrom,
      to: filter.to ? Date.parse(filter.to) : at.getTime(),
    };
    const { shards, positions } = await shardsOfEntity(entity, store);
    const rejections = await listRejections(
      store.knex,
      [...new Set(shards.map(({ account }) => account))],
      {
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
      },
    );
    return coverageOf(
      shards,
      { positions, rejections },
      { ...period, keptFrom, retentionDays, now: at },
    );
  }
}
