import express from 'express';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { HcpError } from './HcpError';
import { hcpErrorHandler } from './hcpRouter';
import type { HcpTerraformSandbox } from './HcpTerraformSandbox';

/** Takes uploads; the URL is the permission, and a token is refused. */
export function archivistRouter(sandbox: HcpTerraformSandbox): Router {
  const router = PromiseRouter();
  router.put(
    '/:id',
    express.raw({ type: 'application/octet-stream', limit: '50mb' }),
    async (request, response) => {
      if (request.header('authorization')) {
        throw new HcpError(422, 'Uploads carry no Authorization');
      }
      await sandbox.configurationVersions.upload(
        request.params.id,
        request.body,
      );
      response.status(200).end();
    },
  );
  router.use(hcpErrorHandler);
  return router;
}
