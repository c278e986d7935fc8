import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { organizationalUnitEntityRef } from '@backstage-soa/plugin-soa-common';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { ReadableEntities } from '../access';
import { placementOrder } from '../placements';
import type { PlacementReader } from '../placements';
import type { PlacementResolver } from '../resolution';
import type { InventoryStore } from '../store';
import { matches } from './matches';
import { readPage } from './readPage';
import {
  accountsQuery,
  organizationQuery,
  placementRequest,
  placementsQuery,
  workspaceParams,
  workspacesQuery,
} from './schemas';

/** The inventory's HTTP API. */
export function createRouter(options: {
  store: InventoryStore;
  readable: ReadableEntities;
  placements: PlacementReader;
  resolver: PlacementResolver;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { store, readable, placements, resolver, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.use(express.json());
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  /** Serves what the caller may read the catalog entity of. */
  const readableBy =
    (credentials: BackstageCredentials) =>
    async <T>(items: readonly T[], refOf: (item: T) => string) => {
      const may = await readable.refs(items.map(refOf), credentials);
      return items.map(item => (may.has(refOf(item)) ? item : undefined));
    };

  async function workspaceFor(request: Request) {
    const { id } = readInput(workspaceParams, request.params);
    const credentials = await callerOf(request);
    const found = await store.getWorkspace(id);
    const { entityRef } = found?.workspace ?? {};
    if (
      !found ||
      !entityRef ||
      !(await readable.refs([entityRef], credentials)).has(entityRef)
    ) {
      throw new NotFoundError(
        `There is no workspace "${id}", or you may not see it`,
      );
    }
    return found;
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

  router.get('/v1/organization', async (request, response) => {
    const query = readInput(organizationQuery, request.query);
    const mine = readableBy(await callerOf(request));
    const units = await store.listUnits();
    response.json(
      await readPage({
        items: units.filter(unit => matches(unit.parentId, query.parent)),
        key: ({ id }) => id,
        query,
        shown: items =>
          mine(items, ({ id }) => organizationalUnitEntityRef(id)),
      }),
    );
  });

  router.get('/v1/accounts', async (request, response) => {
    const query = readInput(accountsQuery, request.query);
    const mine = readableBy(await callerOf(request));
    const accounts = await store.listAccounts();
    response.json(
      await readPage({
        items: accounts.filter(
          account =>
            matches(account.environment, query.environment) &&
            matches(account.runtimes, query.runtime) &&
            matches(account.regions, query.region) &&
            matches(account.parentId, query.organizationalUnit),
        ),
        key: ({ id }) => id,
        query,
        shown: items => mine(items, ({ entityRef }) => entityRef),
      }),
    );
  });

  router.get('/v1/placements', async (request, response) => {
    const query = readInput(placementsQuery, request.query);
    const credentials = await callerOf(request);
    const items = await placements.list(
      { componentRef: query.component, accountId: query.account },
      credentials,
    );
    response.json(
      await readPage({
        items: items.filter(
          item =>
            matches(item.componentRef, query.component) &&
            matches(item.account.id, query.account) &&
            matches(item.region, query.region) &&
            matches(item.runtime, query.runtime) &&
            matches(item.environment, query.environment) &&
            matches(item.state, query.state),
        ),
        key: placementOrder,
        query,
        shown: page => placements.shown(page, credentials),
      }),
    );
  });

  router.post('/v1/placements/resolve', async (request, response) => {
    const credentials = await callerOf(request);
    const input = readInput(placementRequest, request.body);
    response.json(await resolver.resolve(input, credentials));
  });

  router.get('/v1/workspaces', async (request, response) => {
    const query = readInput(workspacesQuery, request.query);
    const mine = readableBy(await callerOf(request));
    const workspaces = await store.listWorkspaces({
      componentRef: query.component,
      accountId: query.account,
    });
    const page = await readPage({
      items: workspaces.filter(({ currentRun }) =>
        matches(currentRun?.status, query.state),
      ),
      key: ({ id }) => id,
      query,
      shown: items => mine(items, ({ entityRef }) => entityRef),
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

  router.get('/v1/workspaces/:id', async (request, response) => {
    response.json((await workspaceFor(request)).workspace);
  });

  router.get('/v1/workspaces/:id/outputs', async (request, response) => {
    const { outputs } = await audited(
      request,
      { workspaceId: request.params.id },
      () => workspaceFor(request),
    );
    response.json({ items: outputs });
  });
  return router;
}
