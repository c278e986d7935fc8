import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { auditedRequest, said } from '../audit';
import type { SandboxCommands } from './SandboxCommands';
import type { SandboxService } from './SandboxService';
import {
  sandboxDeletion,
  sandboxesQuery,
  sandboxExtension,
  sandboxRequest,
} from './schemas';

/** The HTTP API of sandbox environments: below `/v1/sandbox-environments`. */
export function sandboxRoutes(options: {
  service: SandboxService;
  commands: SandboxCommands;
  auditor: AuditorService;
  callerOf: (request: Request) => Promise<BackstageCredentials>;
}): Router {
  const { service, commands, auditor, callerOf } = options;
  const router = PromiseRouter();

  const post = (
    path: string,
    eventId: string,
    change: (
      request: Request,
      credentials: BackstageCredentials,
    ) => Promise<SandboxEnvironment>,
  ) =>
    router.post(path, async (request, response) => {
      const { componentRef, dryRun } = request.body ?? {};
      response.json(
        await auditedRequest(
          auditor,
          {
            eventId,
            request,
            meta: { componentRef: said(componentRef), dryRun: dryRun === true },
          },
          async tell => {
            const environment = await change(request, await callerOf(request));
            const { state, expiresAt, rolloutId } = environment;
            tell({ state, expiresAt, rolloutId: rolloutId ?? null });
            return environment;
          },
        ),
      );
    });

  router.get('/', async (request, response) => {
    const query = readInput(sandboxesQuery, request.query);
    response.json(await service.list(query, await callerOf(request)));
  });
  post('/', 'sandbox-environment-ensure', (request, credentials) =>
    service.ensure(readInput(sandboxRequest, request.body), credentials),
  );
  post('/extend', 'sandbox-environment-extend', (request, credentials) =>
    commands.extend(readInput(sandboxExtension, request.body), credentials),
  );
  post('/delete', 'sandbox-environment-delete', (request, credentials) =>
    commands.delete(readInput(sandboxDeletion, request.body), credentials),
  );
  return router;
}
