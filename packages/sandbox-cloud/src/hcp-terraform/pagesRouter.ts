import express from 'express';
import type { Router } from 'express';
import { htmlPage } from '../htmlPage';
import type { HcpState } from './HcpState';

/** What people see who follow a link to a workspace or a run. */
export function pagesRouter(state: HcpState): Router {
  const router = express.Router();
  router.get('/:organization/workspaces/:name', ({ params }, response) => {
    const workspace = state.workspaces.find(({ name }) => name === params.name);
    if (!workspace) {
      response.status(404).send(htmlPage('There is no such workspace', []));
      return;
    }
    response.send(
      htmlPage(`Workspace ${workspace.name}`, [
        ['Resources', String(workspace.resourceCount)],
        ['Runs', workspace.runIds.join('\n')],
        ...Object.entries(workspace.tags),
        ...Object.entries(workspace.outputs),
      ]),
    );
  });
  router.get(
    '/:organization/workspaces/:name/runs/:id',
    ({ params }, response) => {
      const run = state.runs.find(({ id }) => id === params.id);
      if (!run) {
        response.status(404).send(htmlPage('There is no such run', []));
        return;
      }
      response.send(
        htmlPage(`Run ${run.id}`, [
          ['Workspace', params.name],
          ['Status', run.status],
          ['Message', run.message],
          ...(run.error ? [['Error', run.error] as [string, string]] : []),
          ['Created', new Date(run.createdAt).toISOString()],
          [
            'Plan',
            `${run.plan.add} to add, ${run.plan.change} to change, ${run.plan.destroy} to destroy`,
          ],
        ]),
      );
    },
  );
  return router;
}
