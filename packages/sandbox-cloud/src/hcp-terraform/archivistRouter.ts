import express from 'express';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { HcpError } from './HcpError';
import { hcpErrorHandler } from './hcpRouter';
import type { HcpTerraformSandbox } from './HcpTerraformSandbox';

/**
 * Takes uploads, and gives plans and logs; the URL is the permission, and a token is
 * refused.
 */
export function archivistRouter(sandbox: HcpTerraformSandbox): Router {
  const router = PromiseRouter();
  router.use((request, _response, next) => {
    if (request.header('authorization')) {
      throw new HcpError(422, 'The archivist takes no Authorization');
    }
    next();
  });
  router.put(
    '/:id',
    express.raw({ type: 'application/octet-stream', limit: '50mb' }),
    async (request, response) => {
      await sandbox.configurationVersions.upload(
        request.params.id,
        request.body,
      );
      response.status(200).end();
    },
  );
  router.get('/:id/plan', ({ params }, response) => {
    response.json(sandbox.runs.readPlan(params.id));
  });
  router.get('/:id/log', ({ params }, response) => {
    sandbox.advance();
    response.type('text/plain').send(sandbox.runs.readLog(params.id));
  });
  router.use(hcpErrorHandler);
  return router;
}
