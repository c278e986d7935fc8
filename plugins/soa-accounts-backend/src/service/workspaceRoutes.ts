import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RouterOptions } from './createRouter';
import { matches } from './matches';
import { readPage } from './readPage';
import { workspaceParams, workspacesQuery } from './schemas';

/** Workspaces and their outputs. */
export function workspaceRoutes(
  options: Pick<
    RouterOptions,
    'store' | 'inventory' | 'readable' | 'workspaces' | 'auditor'
  > & { callerOf: (request: Request) => Promise<BackstageCredentials> },
): Router {
  const { store, inventory, readable, workspaces, auditor, callerOf } = options;
  const router = PromiseRouter();

  async function workspaceFor(request: Request) {
    const { id } = readInput(workspaceParams, request.params);
    return workspaces.get(id, await callerOf(request));
  }

  /** Reads outputs, and records that somebody did or tried to. */
  async function audited<T>(
    request: Request,
    meta: Record<string, string | string[]>,
    read: () => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId: 'workspace-outputs-fetch',
      request,
      meta,
    });
    try {
      const outputs = await read();
      await event.success();
      return outputs;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }

  router.get('/', async (request, response) => {
    const query = readInput(workspacesQuery, request.query);
    const credentials = await callerOf(request);
    const { snapshot } = await inventory.read();
    const page = await readPage({
      items: snapshot.workspaces,
      key: ({ id }) => id,
      wanted: ({ componentRef, placement, currentRun }) =>
        matches(componentRef, query.component) &&
        matches(placement?.account, query.account) &&
        matches(currentRun?.status, query.state),
      query,
      shown: async items => {
        const refs = items.map(({ entityRef }) => entityRef);
        const may = await readable.refs(refs, credentials);
        return items.map(item => (may.has(item.entityRef) ? item : undefined));
      },
    });
    if (query.outputs !== 'true') {
      response.json(page);
      return;
    }
    const workspaceIds = page.items.map(({ id }) => id);
    const outputs = await audited(request, { workspaceIds }, () =>
      store.outputsOf(workspaceIds),
    );
    response.json({
      ...page,
      items: page.items.map(workspace => ({
        ...workspace,
        outputs: outputs.get(workspace.id) ?? [],
      })),
    });
  });

  router.get('/:id', async (request, response) => {
    response.json((await workspaceFor(request)).workspace);
  });

  router.get('/:id/outputs', async (request, response) => {
    const { outputs } = await audited(
      request,
      { workspaceId: request.params.id },
      () => workspaceFor(request),
    );
    response.json({ items: outputs });
  });
  return router;
}
