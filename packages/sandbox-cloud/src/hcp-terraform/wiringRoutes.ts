import type { Request, Router } from 'express';
import type { HcpTerraformSandbox } from './HcpTerraformSandbox';

/** What ties workspaces to teams, variable sets, each other and the portal. */
export function wiringRoutes(options: {
  router: Router;
  answer: (
    method: 'get' | 'post' | 'patch',
    path: string,
    body: (request: Request) => unknown,
    status?: number,
  ) => unknown;
  /** The path of the organization. */
  organization: string;
  sandbox: HcpTerraformSandbox;
}): void {
  const { router, answer, organization, sandbox } = options;
  answer('get', `${organization}/teams`, ({ query }) =>
    sandbox.teams.list(query),
  );
  answer('get', '/team-workspaces', ({ query }) =>
    sandbox.teams.listAccess(query),
  );
  answer(
    'post',
    '/team-workspaces',
    ({ body }) => sandbox.teams.addAccess(body),
    201,
  );
  answer('patch', '/team-workspaces/:id', ({ params, body }) =>
    sandbox.teams.updateAccess(params.id, body),
  );
  answer('get', `${organization}/varsets`, ({ query }) =>
    sandbox.variableSets.list(query),
  );
  router.post(
    '/varsets/:id/relationships/workspaces',
    ({ params, body }, response) => {
      sandbox.variableSets.apply(params.id, body);
      response.status(204).end();
    },
  );
  answer('get', '/workspaces/:id/notification-configurations', ({ params }) =>
    sandbox.notifications.list(params.id),
  );
  answer(
    'post',
    '/workspaces/:id/notification-configurations',
    ({ params, body }) => sandbox.notifications.create(params.id, body),
    201,
  );
  answer('patch', '/notification-configurations/:id', ({ params, body }) =>
    sandbox.notifications.update(params.id, body),
  );
  answer('get', '/workspaces/:id/run-triggers', ({ params, query }) =>
    sandbox.runTriggers.list(params.id, query),
  );
  answer(
    'post',
    '/workspaces/:id/run-triggers',
    ({ params, body }) => sandbox.runTriggers.create(params.id, body),
    201,
  );
}
