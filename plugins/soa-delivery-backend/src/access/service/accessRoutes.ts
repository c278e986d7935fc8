import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { DeployAccessList } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { auditedRequest, said } from '../../audit';
import type { AccessPolicy } from './AccessPolicy';
import type { AccessService } from './AccessService';
import { accessQuery, accessRemoval, accessRequest } from './schemas';

/** The HTTP API of deploy access: below `/v1/access`. */
export function accessRoutes(options: {
  service: AccessService;
  policy: AccessPolicy;
  auditor: AuditorService;
  callerOf: (request: Request) => Promise<BackstageCredentials>;
}): Router {
  const { service, policy, auditor, callerOf } = options;
  const router = PromiseRouter();

  router.post('/', async (request, response) => {
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'access-request',
          request,
          meta: {
            componentRef: said(request.body?.componentRef),
            dryRun: request.body?.dryRun === true,
          },
        },
        async tell => {
          const input = readInput(accessRequest, request.body);
          const requestedBy = await policy.mayRequest(
            input,
            await callerOf(request),
          );
          const items = await service.request(input, requestedBy);
          tell({
            owner: input.owner,
            access: items.map(({ workspace, account, state }) => ({
              workspace,
              account,
              state,
            })),
          });
          return { items } satisfies DeployAccessList;
        },
      ),
    );
  });

  router.get('/', async (request, response) => {
    const { componentRef } = readInput(accessQuery, request.query);
    const credentials = await callerOf(request);
    const { items, requestedBy } = await service.list(componentRef);
    const user = policy.userRef(credentials);
    // Whoever has asked sees what comes of it before the catalog knows the component.
    const maySee =
      (user && requestedBy.has(user)) ||
      (await policy.maySee(componentRef, credentials));
    if (!maySee) {
      throw new NotFoundError(
        `There is no component ${componentRef} in the catalog, or you may not see it`,
      );
    }
    response.json({ items } satisfies DeployAccessList);
  });

  router.delete('/', async (request, response) => {
    response.json(
      await auditedRequest(
        auditor,
        {
          eventId: 'access-remove',
          request,
          meta: { componentRef: said(request.query.componentRef) },
        },
        async tell => {
          const { componentRef, workspace } = readInput(
            accessRemoval,
            request.query,
          );
          const removal = await policy.mayRemove(
            componentRef,
            await callerOf(request),
          );
          const items = await service.remove(componentRef, workspace, removal);
          tell({ access: items.map(item => item.workspace) });
          return { items } satisfies DeployAccessList;
        },
      ),
    );
  });
  return router;
}
