import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { auditedRequest, said } from '../audit';
import type { NetworkRangeService } from './NetworkRangeService';
import { rangeRelease, rangeRequest, rangesQuery } from './schemas';

/** The HTTP API of network ranges: below `/v1/network-ranges`. */
export function networkRangeRoutes(options: {
  service: NetworkRangeService;
  auditor: AuditorService;
  callerOf: (request: Request) => Promise<BackstageCredentials>;
}): Router {
  const { service, auditor, callerOf } = options;
  const router = PromiseRouter();

  router.post('/', async (request, response) => {
    const { account, region, owner, dryRun } = request.body ?? {};
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'network-allocate',
          request,
          meta: {
            account: said(account),
            region: said(region),
            owner: said(
              `${owner?.kind} ${owner?.id} of ${owner?.componentRef}`,
            ),
            dryRun: dryRun === true,
          },
        },
        async tell => {
          const input = readInput(rangeRequest, request.body);
          const range = await service.allocate(input, await callerOf(request));
          const { id, pool, cidr, name } = range;
          tell({ rangeId: id, pool, name, ...(cidr && { cidr }) });
          return range;
        },
      ),
    );
  });

  router.get('/', async (request, response) => {
    const query = readInput(rangesQuery, request.query);
    response.json(await service.list(query, await callerOf(request)));
  });

  router.delete('/', async (request, response) => {
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'network-release',
          request,
          meta: {
            rangeId: said(request.query.id),
            componentRef: said(request.query.componentRef),
          },
        },
        async tell => {
          const input = readInput(rangeRelease, request.query);
          const items = await service.release(input, await callerOf(request));
          tell({
            ranges: items.map(({ id, pool, cidr, owner }) => ({
              id,
              pool,
              cidr: cidr ?? null,
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
