import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { organizationalUnitEntityRef } from '@backstage-soa/plugin-soa-common';
import type { InventoryCompleteness } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReadableEntities, ReadableWorkspaces } from '../access';
import type { GuardRailReader } from '../guard-rails';
import type { PlacementReader } from '../placements';
import type { PlacementResolver } from '../resolution';
import type { SnapshotReader } from '../snapshot';
import type { InventoryStore } from '../store';
import { accountRoutes } from './accountRoutes';
import { matches } from './matches';
import { readAccountsPage } from './readAccountsPage';
import { readPage } from './readPage';
import { readPlacementsPage } from './readPlacementsPage';
import { runRoutes } from './runRoutes';
import type { RunRoutesOptions } from './runRoutes';
import {
  accountsQuery,
  organizationQuery,
  placementRequest,
  placementsQuery,
} from './schemas';
import { summaryRoutes } from './summaryRoutes';
import { workspaceRoutes } from './workspaceRoutes';

/** What the routes are served from. */
export interface RouterOptions extends RunRoutesOptions {
  store: InventoryStore;
  inventory: SnapshotReader;
  readable: ReadableEntities;
  workspaces: ReadableWorkspaces;
  placements: PlacementReader;
  resolver: PlacementResolver;
  guardRails: GuardRailReader;
  /** The ids of all sources that are configured. */
  organizationSources: readonly string[];
  workspaceSources: readonly string[];
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** The inventory's HTTP API. */
export function createRouter(options: RouterOptions): Router {
  const { store, inventory, readable, placements, resolver, httpAuth } =
    options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/v1/completeness', async (request, response) => {
    await callerOf(request);
    const { organizationSources, workspaceSources } = options;
    const answer: InventoryCompleteness = {
      organization: await store.sources.isComplete(organizationSources),
      workspaces: await store.sources.isComplete(workspaceSources),
    };
    response.json(answer);
  });

  router.get('/v1/organization', async (request, response) => {
    const query = readInput(organizationQuery, request.query);
    const credentials = await callerOf(request);
    const { snapshot } = await inventory.read();
    response.json(
      await readPage({
        items: snapshot.units,
        key: ({ id }) => id,
        wanted: unit => matches(unit.parentId, query.parent),
        query,
        shown: async units => {
          const refs = units.map(({ id }) => organizationalUnitEntityRef(id));
          const may = await readable.refs(refs, credentials);
          return units.map((unit, index) =>
            may.has(refs[index]) ? unit : undefined,
          );
        },
      }),
    );
  });

  router.get('/v1/accounts', async (request, response) => {
    const query = readInput(accountsQuery, request.query);
    const credentials = await callerOf(request);
    response.json(await readAccountsPage(options, query, credentials));
  });

  router.get('/v1/placements', async (request, response) => {
    const query = readInput(placementsQuery, request.query);
    const credentials = await callerOf(request);
    response.json(await readPlacementsPage(placements, query, credentials));
  });

  router.post('/v1/placements/resolve', async (request, response) => {
    const credentials = await callerOf(request);
    const input = readInput(placementRequest, request.body);
    response.json(await resolver.resolve(input, credentials));
  });

  router.use('/v1/accounts', accountRoutes({ ...options, callerOf }));
  router.use('/v1/summary', summaryRoutes({ ...options, callerOf }));
  router.use('/v1/workspaces', workspaceRoutes({ ...options, callerOf }));
  router.use('/v1', runRoutes({ ...options, callerOf }));
  return router;
}
