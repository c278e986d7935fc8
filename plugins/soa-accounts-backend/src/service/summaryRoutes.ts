import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { EstateSummaryReader } from '../summary';

/** How much there is, as far as the caller may see it. */
export function summaryRoutes(
  options: ConstructorParameters<typeof EstateSummaryReader>[0] & {
    callerOf: (request: Request) => Promise<BackstageCredentials>;
  },
): Router {
  const summary = new EstateSummaryReader(options);
  const router = PromiseRouter();
  router.get('/', async (request, response) => {
    response.json(await summary.read(await options.callerOf(request)));
  });
  return router;
}
