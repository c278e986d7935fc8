import type { Request, Router } from 'express';
import { archivistOf } from './archivistOf';
import type { HcpTerraformSandbox } from './HcpTerraformSandbox';

type Answer = (
  method: 'get' | 'post',
  path: string,
  body: (request: Request) => unknown,
  status?: number,
) => void;

/** Runs: how they are started, followed and ended, and what is known of them. */
export function runRoutes(options: {
  router: Router;
  answer: Answer;
  sandbox: HcpTerraformSandbox;
}): void {
  const { router, answer, sandbox } = options;
  answer('post', '/runs', ({ body }) => sandbox.runs.create(body), 201);
  answer('get', '/runs/:id', request =>
    sandbox.runs.get(request.params.id, request.query, archivistOf(request)),
  );
  answer('get', '/workspaces/:id/runs', ({ params, query }) =>
    sandbox.runs.list(params.id, query),
  );
  for (const action of ['apply', 'discard', 'cancel'] as const) {
    router.post(`/runs/:id/actions/${action}`, ({ params }, response) => {
      sandbox.runs[action](params.id);
      response.status(202).end();
    });
  }
  answer('get', '/plans/:id', request =>
    sandbox.runs.getPlan(request.params.id, archivistOf(request)),
  );
  answer('get', '/applies/:id', request =>
    sandbox.runs.getApply(request.params.id, archivistOf(request)),
  );
  router.get('/plans/:id/json-output-redacted', (request, response) => {
    const id = sandbox.runs.plannedId(request.params.id);
    if (id === undefined) {
      response.status(204).end();
      return;
    }
    response.redirect(307, `${archivistOf(request)}/_archivist/${id}/plan`);
  });
  answer('get', '/cost-estimates/:id', ({ params }) =>
    sandbox.runs.getCostEstimate(params.id),
  );
  answer('get', '/task-stages/:id/policy-evaluations', ({ params, query }) =>
    sandbox.runs.listPolicyEvaluations(params.id, query),
  );
  answer('get', '/runs/:id/policy-checks', ({ params, query }) =>
    sandbox.runs.listPolicyChecks(params.id, query),
  );
  answer('get', '/runs/:id/tf-policy-evaluations', ({ params, query }) =>
    sandbox.runs.listTfPolicyEvaluations(params.id, query),
  );
}
