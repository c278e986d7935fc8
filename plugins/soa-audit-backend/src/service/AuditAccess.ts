import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  accountEntityRef,
  ANNOTATION_ACCOUNT_ID,
  isWrittenByPeople,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  soaAuditReadAllPermission,
  soaAuditReadNetworkPermission,
  soaAuditReadPermission,
} from '@backstage-soa/plugin-soa-common';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { accountOf } from './accountOf';

// Permission backend and catalog take requests of up to 100 kB.
const BATCH = 200;

/** Who may read which events; what one may not read is not there. */
export class AuditAccess {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  /** @throws NotFoundError if there is no such entity, or its events may not be read */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    const readable =
      entity &&
      (await this.readable([stringifyEntityRef(entity)], credentials));
    if (!entity || readable?.length !== 1) {
      throw new NotFoundError(`There are no events of ${entityRef}`);
    }
    return entity;
  }

  /** Those of the entities whose events the caller may read. */
  async readable(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const readable: string[] = [];
    for (let index = 0; index < entityRefs.length; index += BATCH) {
      const batch = entityRefs.slice(index, index + BATCH);
      readable.push(...(await this.#readableOf(batch, credentials)));
    }
    return readable;
  }

  /** What belongs to no entity is for those who may read its account's events. */
  async mayRead(
    { attributions, accountId }: AuditEvent,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const owners = attributions.length
      ? attributions.map(({ entityRef }) => entityRef)
      : await this.#accountRefs(accountId);
    const readable = await this.readable(owners, credentials);
    return readable.length > 0 || this.mayReadAll(credentials);
  }

  /** Those of the accounts of which the caller may read what is nobody's. */
  async readableAccounts(
    accountIds: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const readable: string[] = [];
    for (const accountId of accountIds) {
      const refs = await this.#accountRefs(accountId);
      if ((await this.readable(refs, credentials)).length > 0) {
        readable.push(accountId);
      }
    }
    return readable;
  }

  async mayReadAll(credentials: BackstageCredentials): Promise<boolean> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission: soaAuditReadAllPermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /**
   * Events as the caller may see them: where from is a matter of its own, and
   * so is whose else they are.
   */
  async forCaller<T extends AuditEvent>(
    events: readonly T[],
    credentials: BackstageCredentials,
  ): Promise<T[]> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission: soaAuditReadNetworkPermission }],
      { credentials },
    );
    const refs = events.flatMap(({ attributions }) =>
      attributions.map(({ entityRef }) => entityRef),
    );
    const readable = new Set(
      await this.readable([...new Set(refs)], credentials),
    );
    return events
      .map(event => ({
        ...event,
        attributions: event.attributions.filter(({ entityRef }) =>
          readable.has(entityRef),
        ),
      }))
      .map(event =>
        result === AuthorizeResult.ALLOW ? event : withoutNetwork(event),
      );
  }

  async #readableOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { catalog, permissions } = this.options;
    const [decisions, { items }] = await Promise.all([
      permissions.authorize(
        entityRefs.map(resourceRef => ({
          permission: soaAuditReadPermission,
          resourceRef,
        })),
        { credentials },
      ),
      catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      ),
    ]);
    return entityRefs.filter(
      (_, index) =>
        items[index] && decisions[index].result === AuthorizeResult.ALLOW,
    );
  }

  /**
   * The entity that stands for an account: one that a provider has made. Anybody
   * can write a file that says so, before the inventory has come to it, too.
   */
  async #accountRefs(accountId: string): Promise<string[]> {
    const { auth, catalog } = this.options;
    const options = { credentials: await auth.getOwnServiceCredentials() };
    const own = accountEntityRef(accountId);
    const entity = await catalog.getEntityByRef(own, options);
    if (
      entity &&
      accountOf(entity) === accountId &&
      !isWrittenByPeople(entity)
    ) {
      return [own];
    }
    const { items } = await catalog.getEntities(
      {
        filter: {
          kind: 'Resource',
          'spec.type': RESOURCE_TYPE_CLOUD_ACCOUNT,
          [`metadata.annotations.${ANNOTATION_ACCOUNT_ID}`]: accountId,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      options,
    );
    return items
      .filter(item => !isWrittenByPeople(item))
      .map(item => stringifyEntityRef(item));
  }
}

function withoutNetwork<T extends AuditEvent>(event: T): T {
  const { sourceIp, userAgent, ...rest } = event;
  if ('record' in rest && typeof rest.record === 'object') {
    const {
      sourceIPAddress,
      userAgent: agent,
      ...record
    } = rest.record as Record<string, unknown>;
    return { ...rest, record } as unknown as T;
  }
  return rest as T;
}
