import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { auditedRequest, said } from '../audit';
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
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'lock-acquire',
          request: req,
          meta: {
            target: said(`${target?.kind} ${target?.id}`),
            owner: said(
              `${owner?.kind} ${owner?.id} of ${owner?.componentRef}`,
            ),
            dryRun: dryRun === true,
          },
        },
        async tell => {
          const input = readInput(request, req.body);
          const lock = await service.acquire(input, await callerOf(req));
          const { id, state, ahead, leaseEndsAt } = lock;
          tell({ lockId: id, state, ahead, leaseEndsAt });
          return lock;
        },
      ),
    );
  });

  router.get('/', async (req, response) => {
    const query = readInput(locksQuery, req.query);
    response.json(await service.list(query, await callerOf(req)));
  });

  router.delete('/', async (req, response) => {
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'lock-release',
          request: req,
          meta: {
            lockId: said(req.query.id),
            componentRef: said(req.query.componentRef),
          },
        },
        async tell => {
          const input = readInput(lockRelease, req.query);
          const items = await service.release(input, await callerOf(req));
          tell({
            locks: items.map(({ id, target, owner }) => ({
              id,
              target: `${target.kind} ${target.id}`,
              owner: { ...owner },
            })),
          });
          return { items };
        },
      ),
    );
  });
  return router;
}
