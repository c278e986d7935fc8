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
import { eventsQuery, filterQuery } from './schemas';

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
    request: Request,
    queryType: string,
    meta: Record<string, string>,
    read: () => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId: 'event-fetch',
      request,
      meta: { queryType, ...meta },
    });
    try {
      const result = await read();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }
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
      await audited(request, 'by-entity', { entityRef }, async () =>
        service.events(entityRef, query, await callerOf(request)),
      ),
    );
  });

  router.get(`${entity}/facets`, async (request, response) => {
    const entityRef = entityRefOf(request);
    const filter = readInput(filterQuery, request.query);
    response.json(
      await audited(request, 'facets', { entityRef }, async () =>
        service.facets(entityRef, filter, await callerOf(request)),
      ),
    );
  });

  router.get('/v1/events/:eventId', async (request, response) => {
    const { eventId } = request.params;
    response.json(
      await audited(request, 'by-id', { eventId }, async () =>
        service.event(eventId, await callerOf(request)),
      ),
    );
  });

  router.get('/v1/sources', async (request, response) => {
    const credentials = await callerOf(request);
    if (!(await access.mayReadAll(credentials))) {
      throw new NotAllowedError(
        'You may not see how far sources have read: ask for the permission soa.audit.read.all',
      );
    }
    const rows = await store.listPositions();
    response.json({
      items: rows.map(row => ({
        source: row.source,
        account: row.account,
        region: row.region,
        ...(row.read_until && {
          readUntil: row.read_until,
          lagSeconds: Math.round(
            (now().getTime() - Date.parse(row.read_until)) / 1_000,
          ),
        }),
        ...(row.error && { lastError: row.error, lastErrorAt: row.error_at }),
      })),
    });
  });
  return router;
}
