import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ANNOTATION_ACCOUNT_ID,
  soaAuditReadAllPermission,
  soaAuditReadNetworkPermission,
  soaAuditReadPermission,
} from '@backstage-soa/plugin-soa-common';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';

/** Who may read which events; what one may not read is not there. */
export class AuditAccess {
  constructor(
    private readonly options: {
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
    const { catalog, permissions } = this.options;
    if (entityRefs.length === 0) {
      return [];
    }
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
          entityRefs: [...entityRefs],
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

  /** What belongs to no entity is for those who may read its account's events. */
  async mayRead(
    { attributions, accountId }: AuditEvent,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const owners = attributions.length
      ? attributions.map(({ entityRef }) => entityRef)
      : await this.#accountRefs(accountId, credentials);
    const readable = await this.readable(owners, credentials);
    return readable.length > 0 || this.mayReadAll(credentials);
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

  async #accountRefs(
    accountId: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { items } = await this.options.catalog.getEntities(
      {
        filter: {
          kind: 'Resource',
          'spec.type': 'cloud-account',
          [`metadata.annotations.${ANNOTATION_ACCOUNT_ID}`]: accountId,
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials },
    );
    return items.map(item => stringifyEntityRef(item));
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
