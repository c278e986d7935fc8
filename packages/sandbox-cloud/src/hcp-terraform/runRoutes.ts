import type { Request, Router } from 'express';
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
  answer('get', '/runs/:id', ({ params }) => sandbox.runs.get(params.id));
  answer('get', '/workspaces/:id/runs', ({ params, query }) =>
    sandbox.runs.list(params.id, query),
  );
  for (const action of ['apply', 'discard', 'cancel'] as const) {
    router.post(`/runs/:id/actions/${action}`, ({ params }, response) => {
      sandbox.runs[action](params.id);
      response.status(202).end();
    });
  }
  answer('get', '/plans/:id', ({ params }) => sandbox.runs.getPlan(params.id));
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
