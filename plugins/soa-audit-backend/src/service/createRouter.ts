import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { AuditStore } from '../store';
import type { AuditAccess } from './AuditAccess';
import type { AuditService } from './AuditService';
import { eventParams, eventsQuery, filterQuery } from './schemas';
import { toSource } from './toSource';

/** The audit plugin's HTTP API; every read is itself recorded. */
export function createRouter(options: {
  service: AuditService;
  access: AuditAccess;
  store: AuditStore;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  now?: () => Date;
}): Router {
  const { service, access, store, httpAuth, auditor } = options;
  const { now = () => new Date() } = options;
  const router = PromiseRouter();
  router.use(express.json());

  async function audited<T>(
    eventId: string,
    request: Request,
    meta: Record<string, string>,
    read: () => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({ eventId, request, meta });
    try {
      const result = await read();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }
  const fetched = <T>(
    request: Request,
    queryType: string,
    meta: Record<string, string>,
    read: () => Promise<T>,
  ) => audited('event-fetch', request, { queryType, ...meta }, read);
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const entityRefOf = ({ params }: Request) =>
    `${params.kind}:${params.namespace}/${params.name}`.toLocaleLowerCase(
      'en-US',
    );

  const entity = '/v1/entities/:kind/:namespace/:name';
  router.get(`${entity}/events`, async (request, response) => {
    const entityRef = entityRefOf(request);
    const query = readInput(eventsQuery, request.query);
    response.json(
      await fetched(request, 'by-entity', { entityRef }, async () =>
        service.events(entityRef, query, await callerOf(request)),
      ),
    );
  });

  router.get(`${entity}/facets`, async (request, response) => {
    const entityRef = entityRefOf(request);
    const filter = readInput(filterQuery, request.query);
    response.json(
      await fetched(request, 'facets', { entityRef }, async () =>
        service.facets(entityRef, filter, await callerOf(request)),
      ),
    );
  });

  router.get('/v1/events/:eventId', async (request, response) => {
    const { eventId } = readInput(eventParams, request.params);
    response.json(
      await fetched(request, 'by-id', { eventId }, async () =>
        service.event(eventId, await callerOf(request)),
      ),
    );
  });

  router.post(`${entity}/refresh`, async (request, response) => {
    const entityRef = entityRefOf(request);
    const refresh = await audited(
      'entity-refresh',
      request,
      { entityRef },
      async () => service.refresh(entityRef, await callerOf(request)),
    );
    const isRead = refresh.items.some(({ state }) => state !== 'recent');
    response.status(isRead ? 202 : 200).json(refresh);
  });

  router.get('/v1/sources', async (request, response) => {
    const items = await fetched(request, 'sources', {}, async () => {
      if (!(await access.mayReadAll(await callerOf(request)))) {
        throw new NotAllowedError(
          'You may not see how far sources have read: ask for the permission soa.audit.read.all',
        );
      }
      return (await store.listPositions()).map(row => toSource(row, now()));
    });
    response.json({ items });
  });
  return router;
}
