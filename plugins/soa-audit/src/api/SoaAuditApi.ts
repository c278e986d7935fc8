import type { FetchApi } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AuditEventDetail,
  AuditEventsPage,
  AuditFacets,
  AuditRefresh,
} from '@backstage-soa/plugin-soa-common';
import { PluginRequests } from '@backstage-soa/plugin-soa-react';
import type { QueryParameters } from '@backstage-soa/plugin-soa-react';

/**
 * The events that the signed-in user may see.
 *
 * @public
 */
export interface SoaAuditApi {
  listEvents(
    entityRef: string,
    query: QueryParameters,
    signal?: AbortSignal,
  ): Promise<AuditEventsPage>;
  /** How many events there are of each kind of actor, account and Region. */
  getFacets(
    entityRef: string,
    query: QueryParameters,
    signal?: AbortSignal,
  ): Promise<AuditFacets>;
  getEvent(eventId: string, signal?: AbortSignal): Promise<AuditEventDetail>;
  /** Has the accounts and Regions of an entity read now. */
  refresh(entityRef: string): Promise<AuditRefresh>;
}

/** @public */
export const soaAuditApiRef = createApiRef<SoaAuditApi>({
  id: 'plugin.soa-audit.client',
});

/** Reads events over HTTP. */
export class SoaAuditApiClient implements SoaAuditApi {
  readonly #requests: PluginRequests;

  constructor(options: { fetchApi: FetchApi }) {
    this.#requests = new PluginRequests(options.fetchApi, 'soa-audit');
  }

  listEvents(entityRef: string, query: QueryParameters, signal?: AbortSignal) {
    return this.#requests.get<AuditEventsPage>(
      `${entityPath(entityRef)}/events`,
      query,
      signal,
    );
  }

  getFacets(entityRef: string, query: QueryParameters, signal?: AbortSignal) {
    return this.#requests.get<AuditFacets>(
      `${entityPath(entityRef)}/facets`,
      query,
      signal,
    );
  }

  refresh(entityRef: string) {
    return this.#requests.post<AuditRefresh>(
      `${entityPath(entityRef)}/refresh`,
      {},
    );
  }

  getEvent(eventId: string, signal?: AbortSignal) {
    return this.#requests.get<AuditEventDetail>(
      `/v1/events/${encodeURIComponent(eventId)}`,
      {},
      signal,
    );
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/v1/entities/${path}`;
}
