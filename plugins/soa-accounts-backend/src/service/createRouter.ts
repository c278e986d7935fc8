import type {
  AuditorService,
  BackstageCredentials,
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
import { placementOrder } from '../placements';
import type { PlacementReader } from '../placements';
import { offers } from '../resolution';
import type { PlacementResolver } from '../resolution';
import type { SnapshotReader } from '../snapshot';
import type { InventoryStore } from '../store';
import { accountRoutes } from './accountRoutes';
import { matches } from './matches';
import { readPage } from './readPage';
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

  /** Serves what the caller may read the catalog entity of. */
  const readableBy =
    (credentials: BackstageCredentials) =>
    async <T>(items: readonly T[], refOf: (item: T) => string) => {
      const may = await readable.refs(items.map(refOf), credentials);
      return items.map(item => (may.has(refOf(item)) ? item : undefined));
    };

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
    const mine = readableBy(await callerOf(request));
    const { snapshot } = await inventory.read();
    response.json(
      await readPage({
        items: snapshot.units,
        key: ({ id }) => id,
        wanted: unit => matches(unit.parentId, query.parent),
        query,
        shown: items =>
          mine(items, ({ id }) => organizationalUnitEntityRef(id)),
      }),
    );
  });

  router.get('/v1/accounts', async (request, response) => {
    const query = readInput(accountsQuery, request.query);
    const mine = readableBy(await callerOf(request));
    const { snapshot } = await inventory.read();
    response.json(
      await readPage({
        items: snapshot.accounts,
        key: ({ id }) => id,
        wanted: account =>
          matches(account.environment, query.environment) &&
          (!query.runtime || offers(account, query.runtime)) &&
          matches(account.regions, query.region) &&
          matches(account.parentId, query.organizationalUnit),
        query,
        shown: items => mine(items, ({ entityRef }) => entityRef),
      }),
    );
  });

  router.get('/v1/placements', async (request, response) => {
    const query = readInput(placementsQuery, request.query);
    const credentials = await callerOf(request);
    response.json(
      await readPage({
        items: await placements.list(
          { componentRef: query.component, accountId: query.account },
          credentials,
        ),
        key: placementOrder,
        wanted: item =>
          matches(item.componentRef, query.component) &&
          matches(item.account.id, query.account) &&
          matches(item.region, query.region) &&
          matches(item.runtime, query.runtime) &&
          matches(item.environment, query.environment) &&
          matches(item.state, query.state),
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

  router.use('/v1/accounts', accountRoutes({ ...options, callerOf }));
  router.use('/v1/summary', summaryRoutes({ ...options, callerOf }));
  router.use('/v1/workspaces', workspaceRoutes({ ...options, callerOf }));
  router.use('/v1', runRoutes({ ...options, callerOf }));
  return router;
}
