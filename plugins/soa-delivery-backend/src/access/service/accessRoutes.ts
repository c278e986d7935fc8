import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { DeployAccessList } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
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
    const event = await auditor.createEvent({
      eventId: 'access-request',
      severityLevel: 'medium',
      request,
      meta: {
        componentRef: String(request.body?.componentRef).slice(0, 300),
        dryRun: request.body?.dryRun === true,
      },
    });
    try {
      const input = readInput(accessRequest, request.body);
      const requestedBy = await policy.mayRequest(
        input,
        await callerOf(request),
      );
      const items = await service.request(input, requestedBy);
      await event.success({
        meta: {
          owner: input.owner,
          access: items.map(({ workspace, account, state }) => ({
            workspace,
            account,
            state,
          })),
        },
      });
      response.json({ items } satisfies DeployAccessList);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
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
    const event = await auditor.createEvent({
      eventId: 'access-remove',
      severityLevel: 'medium',
      request,
      meta: { componentRef: String(request.query.componentRef).slice(0, 300) },
    });
    try {
      const { componentRef, workspace } = readInput(
        accessRemoval,
        request.query,
      );
      const removal = await policy.mayRemove(
        componentRef,
        await callerOf(request),
      );
      const items = await service.remove(componentRef, workspace, removal);
      await event.success({
        meta: { access: items.map(item => item.workspace) },
      });
      response.json({ items } satisfies DeployAccessList);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}
