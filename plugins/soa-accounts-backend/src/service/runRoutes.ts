import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { WORKSPACE_RUN_ACTIONS } from '@backstage-soa/plugin-soa-common';
import type {
  Page,
  WorkspaceResource,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReadableWorkspaces } from '../access';
import { asHttpError, auditedRequest, toRunItem } from '../runs';
import type { RunAccess, RunCommands, RunFinder, RunLists } from '../runs';
import type { RouterOptions } from './createRouter';
import {
  resourcesQuery,
  runActionInput,
  runParams,
  runRequest,
  workspaceParams,
} from './schemas';

/** What the routes of runs and resources are served from. */
export interface RunRoutesOptions {
  workspaces: ReadableWorkspaces;
  hcpTerraform: HcpTerraform;
  lists: RunLists;
  finder: RunFinder;
  access: RunAccess;
  commands: RunCommands;
  /** The names of those that are not production. */
  safeEnvironments: readonly string[];
}

/** `/v1/workspaces/{id}/runs`, `…/resources`, and `/v1/runs`. */
export function runRoutes(
  options: RunRoutesOptions &
    Pick<RouterOptions, 'auditor'> & {
      callerOf: (request: Request) => Promise<BackstageCredentials>;
    },
): Router {
  const { workspaces, hcpTerraform, lists, finder, access, commands } = options;
  const { auditor, callerOf, safeEnvironments } = options;
  const router = PromiseRouter();

  const workspaceFor = async (
    request: Request,
    credentials: BackstageCredentials,
  ) => {
    const { id } = readInput(workspaceParams, request.params);
    return (await workspaces.get(id, credentials)).workspace;
  };
  const runFor = async (request: Request, credentials: BackstageCredentials) =>
    finder.get(readInput(runParams, request.params).id, credentials);

  router.get('/workspaces/:id/runs', async (request, response) => {
    const credentials = await callerOf(request);
    const workspace = await workspaceFor(request, credentials);
    const client = hcpTerraform.client(workspace.organization);
    const permittedOn = await access.permittedOn(workspace);
    const [{ runs, readAt, isOld }, may] = await Promise.all([
      lists.get(workspace),
      access.mayOf(permittedOn, credentials),
    ]);
    const answer: WorkspaceRuns = {
      items: runs.map(run => toRunItem(run, workspace, client)),
      readAt: readAt.toISOString(),
      ...(isOld && { isOld }),
      may,
      permittedOn,
      isProduction: !safeEnvironments.includes(
        workspace.placement?.environment ?? '',
      ),
    };
    response.json(answer);
  });

  router.post('/workspaces/:id/runs', async (request, response) => {
    const credentials = await callerOf(request);
    const run = await auditedRequest(
      auditor,
      {
        eventId: 'workspace-run-start',
        request,
        meta: { workspaceId: request.params.id },
      },
      async tell => {
        const workspace = await workspaceFor(request, credentials);
        const input = readInput(runRequest, request.body);
        tell({ type: input.type });
        const started = await commands.start(workspace, input, credentials);
        tell({ runId: started.id });
        return started;
      },
    );
    response.status(201).json(run);
  });

  router.get('/workspaces/:id/resources', async (request, response) => {
    const credentials = await callerOf(request);
    const { cursor = 1 } = readInput(resourcesQuery, request.query);
    const { id, name, organization } = await workspaceFor(request, credentials);
    try {
      const client = hcpTerraform.client(organization);
      const { items, nextPage } = await client.listResources(id, cursor);
      const page: Page<WorkspaceResource> = {
        items: items.map(({ address, type, provider, updatedAt }) => ({
          address,
          type,
          provider,
          updatedAt,
        })),
        ...(nextPage && { nextCursor: String(nextPage) }),
      };
      response.json(page);
    } catch (error) {
      if ((error as { kind?: string }).kind === 'not-found-or-not-allowed') {
        throw new NotFoundError(
          `HCP Terraform gives no resources of ${name}: it is gone, or the portal's token may not read its state`,
        );
      }
      throw asHttpError(error);
    }
  });

  router.get('/runs/:id', async (request, response) => {
    const { run, workspace, client } = await runFor(
      request,
      await callerOf(request),
    );
    response.json(toRunItem(run, workspace, client));
  });

  for (const action of WORKSPACE_RUN_ACTIONS) {
    router.post(`/runs/:id/${action}`, async (request, response) => {
      const credentials = await callerOf(request);
      const run = await auditedRequest(
        auditor,
        {
          eventId: `run-${action}`,
          request,
          meta: { runId: request.params.id },
        },
        async tell => {
          const found = await runFor(request, credentials);
          tell({ workspaceId: found.workspace.id });
          const { comment } = readInput(runActionInput, request.body ?? {});
          return commands.act(found, action, comment, credentials);
        },
      );
      response.json(run);
    });
  }
  return router;
}
