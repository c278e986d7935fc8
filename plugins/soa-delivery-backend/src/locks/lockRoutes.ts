import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { LockService } from './LockService';
import { lockRelease, lockRequest, locksQuery } from './schemas';
import type { LockSettings } from './settings';

/** The HTTP API of locks: below `/v1/locks`. */
export function lockRoutes(options: {
  service: LockService;
  settings: LockSettings;
  auditor: AuditorService;
  callerOf: (request: Request) => Promise<BackstageCredentials>;
}): Router {
  const { service, settings, auditor, callerOf } = options;
  const router = PromiseRouter();
  const request = lockRequest(settings);

  router.post('/', async (req, response) => {
    const { target, owner, dryRun } = req.body ?? {};
    const event = await auditor.createEvent({
      eventId: 'lock-acquire',
      severityLevel: 'medium',
      request: req,
      meta: {
        target: said(`${target?.kind} ${target?.id}`),
        owner: said(`${owner?.kind} ${owner?.id} of ${owner?.componentRef}`),
        dryRun: dryRun === true,
      },
    });
    try {
      const input = readInput(request, req.body);
      const lock = await service.acquire(input, await callerOf(req));
      const { id, state, ahead, leaseEndsAt } = lock;
      await event.success({ meta: { lockId: id, state, ahead, leaseEndsAt } });
      response.json(lock);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  router.get('/', async (req, response) => {
    const query = readInput(locksQuery, req.query);
    response.json(await service.list(query, await callerOf(req)));
  });

  router.delete('/', async (req, response) => {
    const event = await auditor.createEvent({
      eventId: 'lock-release',
      severityLevel: 'medium',
      request: req,
      meta: {
        lockId: said(req.query.id),
        componentRef: said(req.query.componentRef),
      },
    });
    try {
      const input = readInput(lockRelease, req.query);
      const items = await service.release(input, await callerOf(req));
      await event.success({
        meta: {
          locks: items.map(({ id, target, owner }) => ({
            id,
            target: `${target.kind} ${target.id}`,
            owner: { ...owner },
          })),
        },
      });
      response.json({ items });
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}

/** What somebody sent, before anything of it is known. */
function said(value: unknown): string {
  return String(value ?? '').slice(0, 300);
}
