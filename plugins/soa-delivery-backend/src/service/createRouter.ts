import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RolloutPreview } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { readInput } from '@backstage-soa/plugin-soa-node';
import { accessRoutes } from '../access';
import type { AccessPolicy, AccessService } from '../access';
import type { ListedRollout, RolloutRecord, RolloutStore } from '../store';
import { listReadable } from './listReadable';
import type { RolloutAccess } from './RolloutAccess';
import { rolloutParams, rolloutRequest, rolloutsQuery } from './schemas';
import { toRollout } from './toRollout';
import { toSummary } from './toSummary';

/** The HTTP API of rollouts, deploy access and reservations. */
export function createRouter(options: {
  store: RolloutStore;
  access: RolloutAccess;
  deployAccess: AccessService;
  accessPolicy: AccessPolicy;
  reservations: (
    callerOf: (request: Request) => Promise<BackstageCredentials>,
  ) => Router;
  hcpTerraform: HcpTerraform;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { store, access, deployAccess, hcpTerraform, httpAuth, auditor } =
    options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  const served = async (record: RolloutRecord) =>
    toRollout(
      record,
      hcpTerraform,
      await deployAccess.held(
        record.targets.filter(({ state }) => state === 'waiting'),
      ),
    );
  const preview = async (
    joins: ListedRollout | undefined,
  ): Promise<RolloutPreview> =>
    joins
      ? {
          joins: toSummary(
            joins,
            (await store.counts([joins.id])).get(joins.id)!,
          ),
        }
      : {};
  router.use(
    '/v1/access',
    accessRoutes({
      service: deployAccess,
      policy: options.accessPolicy,
      auditor,
      callerOf,
    }),
  );
  router.use('/v1', options.reservations(callerOf));

  router.post('/v1/rollouts', async (request, response) => {
    const event = await auditor.createEvent({
      eventId: 'rollout-start',
      severityLevel: 'medium',
      request,
      meta: {
        componentRef: String(request.body?.componentRef).slice(0, 300),
        dryRun: request.body?.dryRun === true,
      },
    });
    try {
      const { dryRun, ...input } = readInput(rolloutRequest, request.body);
      const { initiator, componentRef } = await access.mayStart(
        input,
        await callerOf(request),
      );
      const wanted = { ...input, componentRef };
      if (dryRun) {
        const joins = await store.findInPlace(wanted, initiator);
        await event.success({ meta: { rolloutId: joins?.id } });
        response.json(await preview(joins));
        return;
      }
      const rollout = await store.insert(wanted, initiator);
      await event.success({
        meta: {
          rolloutId: rollout.id,
          placements: input.placements.map(({ key }) => key),
        },
      });
      response.status(201).json(await served(rollout));
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  router.get('/v1/rollouts', async (request, response) => {
    const query = readInput(rolloutsQuery, request.query);
    const page = await listReadable(
      { store, access },
      query,
      await callerOf(request),
    );
    const counts = await store.counts(page.items.map(({ id }) => id));
    response.json({
      ...page,
      items: page.items.map(record =>
        toSummary(record, counts.get(record.id)!),
      ),
    });
  });

  router.get('/v1/rollouts/:id', async (request, response) => {
    const credentials = await callerOf(request);
    const { id } = readInput(rolloutParams, request.params);
    const record = await store.get(id);
    const readable =
      record && (await access.readable([record.componentRef], credentials));
    if (!record || !readable?.size) {
      throw new NotFoundError(`There is no rollout ${id}`);
    }
    response.json(await served(record));
  });
  return router;
}
