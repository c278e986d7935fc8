import express from 'express';
import type { ErrorRequestHandler, Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { keepSilent } from '../misbehaviour';
import type { Misbehaviour, Refusal, Silence } from '../misbehaviour';
import { archivistOf } from './archivistOf';
import { HcpError } from './HcpError';
import type { HcpTerraformSandbox } from './HcpTerraformSandbox';
import { RequestLimit } from './RequestLimit';
import { runRoutes } from './runRoutes';
import { wiringRoutes } from './wiringRoutes';

const JSON_API = 'application/vnd.api+json';
// Each number is a user of its own, with limits of its own.
const TOKEN = /^Bearer sandbox-token(-\d+)?$/;

export const hcpErrorHandler: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (!(error instanceof HcpError)) {
    next(error);
    return;
  }
  response
    .status(error.status)
    .set(error.headers)
    .type(JSON_API)
    .send(JSON.stringify(error));
};

/** HCP Terraform's API v2, below `/api/v2`. */
export function hcpRouter(options: {
  sandbox: HcpTerraformSandbox;
  misbehaviour: Misbehaviour;
  now: () => number;
}): Router {
  const { sandbox, misbehaviour, now } = options;
  const limits = new Map<
    string,
    { requests: RequestLimit; runLists: RequestLimit }
  >();
  const limitsOf = (user: string) => {
    const own = limits.get(user) ?? {
      requests: new RequestLimit(30, 1_000, now),
      runLists: new RequestLimit(30, 60_000, now),
    };
    limits.set(user, own);
    return own;
  };
  const router = PromiseRouter();
  router.use(express.json({ type: JSON_API }));

  router.use((request, response, next) => {
    response.set({ 'tfp-api-version': '2.6', 'x-ratelimit-limit': '30' });
    const instead = misbehaviour.refuse(
      'hcp-terraform',
      `${request.method} ${request.path}`,
    );
    if (keepSilent(request, instead)) {
      return;
    }
    if (instead) {
      throw misbehaved(instead);
    }
    const user = request.header('authorization') ?? '';
    if (!TOKEN.test(user)) {
      throw new HcpError(401, 'unauthorized');
    }
    if (
      request.method !== 'GET' &&
      !request.header('content-type')?.startsWith(JSON_API)
    ) {
      throw new HcpError(415, `Content-Type must be ${JSON_API}`);
    }
    const { requests, runLists } = limitsOf(user);
    requests.count();
    if (
      misbehaviour.isOdd(
        'lose-answer',
        'hcp-terraform',
        `${request.method} ${request.path}`,
      )
    ) {
      loseAnswer(request, response);
    }
    if (request.method === 'GET' && /\/runs$/.test(request.path)) {
      runLists.count();
    }
    sandbox.advance();
    next();
  });

  const organization = '/organizations/:organization';
  const answer = (
    method: 'get' | 'post' | 'patch',
    path: string,
    body: (request: Request) => unknown,
    status = 200,
  ) =>
    router[method](path, async (request: Request, response: Response) => {
      const { organization: name } = request.params;
      if (name !== undefined && !sandbox.isOrganization(name)) {
        throw new HcpError(404, 'not found');
      }
      response
        .status(status)
        .type(JSON_API)
        .send(JSON.stringify(await body(request)));
    });

  answer('get', `${organization}/projects`, ({ query }) =>
    sandbox.projects.list(query),
  );
  answer(
    'post',
    `${organization}/projects`,
    ({ body }) => sandbox.projects.create(body),
    201,
  );
  answer('get', `${organization}/workspaces`, ({ query }) =>
    sandbox.workspaces.list(query),
  );
  answer('get', `${organization}/workspaces/:name`, ({ params, query }) =>
    sandbox.workspaces.get(params.name, query),
  );
  answer(
    'post',
    `${organization}/workspaces`,
    ({ body }) => sandbox.workspaces.create(body),
    201,
  );
  answer('patch', '/workspaces/:id', ({ params, body }) =>
    sandbox.workspaces.update(params.id, body),
  );
  answer('get', '/workspaces/:id/vars', ({ params }) =>
    sandbox.variables.list(params.id),
  );
  answer(
    'post',
    '/workspaces/:id/vars',
    ({ params, body }) => sandbox.variables.create(params.id, body),
    201,
  );
  answer('patch', '/workspaces/:id/vars/:variable', ({ params, body }) =>
    sandbox.variables.update(params.id, params.variable, body),
  );
  wiringRoutes({ router, answer, organization, sandbox });
  answer(
    'post',
    '/workspaces/:id/configuration-versions',
    request =>
      sandbox.configurationVersions.create(
        request.params.id,
        archivistOf(request),
        request.body,
      ),
    201,
  );
  answer('get', '/workspaces/:id/configuration-versions', ({ params, query }) =>
    sandbox.configurationVersions.list(params.id, query),
  );
  answer('get', '/configuration-versions/:id', ({ params }) =>
    sandbox.configurationVersions.get(params.id),
  );
  runRoutes({ router, answer, sandbox });
  router.post('/workspaces/:id/actions/safe-delete', ({ params }, response) => {
    sandbox.workspaces.safeDelete(params.id);
    response.status(204).end();
  });
  answer('get', '/workspaces/:id/current-state-version-outputs', ({ params }) =>
    sandbox.listOutputs(params.id),
  );
  answer('get', '/workspaces/:id/resources', ({ params, query }) =>
    sandbox.listResources(params.id, query),
  );

  router.use(() => {
    throw new HcpError(404, 'not found');
  });
  router.use(hcpErrorHandler);
  return router;
}

/** What is asked for is done, and nobody hears of it. */
function loseAnswer({ socket }: Request, response: Response): void {
  response.end = () => {
    socket.destroy();
    return response;
  };
}

function misbehaved(kind: Exclude<Refusal, Silence>): HcpError {
  if (kind === 'throttle') {
    return new HcpError(429, 'You have exceeded the rate limit.', {
      'x-ratelimit-reset': '0.05',
    });
  }
  return kind === 'not-found'
    ? new HcpError(404, 'not found')
    : new HcpError(500, 'Something broke');
}
