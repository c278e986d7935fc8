import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ROLLOUT_ACTIONS } from '@backstage-soa/plugin-soa-common';
import type { Rollout, RolloutPreview } from '@backstage-soa/plugin-soa-common';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { JsonObject } from '@backstage/types';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AccessService } from '../access';
import { auditedRequest, said } from '../audit';
import type { AccountTurns } from '../locks';
import type { ResolvedStage } from '../plan';
import type { ListedRollout, RolloutRecord, RolloutStore } from '../store';
import { actionsOf } from './actionsOf';
import { listApprovals } from './listApprovals';
import { listReadable } from './listReadable';
import { readLog } from './readLog';
import { readQueue } from './readQueue';
import type { RolloutAccess } from './RolloutAccess';
import type { RolloutCommands } from './RolloutCommands';
import type { RolloutPlanner } from './RolloutPlanner';
import {
  approvalsQuery,
  commandInput,
  decisionInput,
  logQuery,
  rolloutParams,
  rolloutRequest,
  rolloutsQuery,
} from './schemas';
import { toRollout } from './toRollout';
import { toSummary } from './toSummary';
import type { Viewer } from './Viewer';

/** `/v1/rollouts` and `/v1/approvals`. */
export function rolloutRoutes(options: {
  store: RolloutStore;
  turns: Pick<AccountTurns, 'waitsFor'>;
  access: RolloutAccess;
  planner: RolloutPlanner;
  commands: RolloutCommands;
  deployAccess: Pick<AccessService, 'held'>;
  hcpTerraform: HcpTerraform;
  auditor: AuditorService;
  callerOf: (request: Request) => Promise<BackstageCredentials>;
  viewerOf: (credentials: BackstageCredentials) => Promise<Viewer>;
  /** Lets a rollout go on at once; nobody waits for it. */
  wake: (rolloutId: string) => void;
}): Router {
  const { store, access, planner, commands, hcpTerraform, auditor } = options;
  const { callerOf, viewerOf, wake } = options;
  const router = PromiseRouter();

  const served = async (
    record: RolloutRecord,
    viewer: Viewer,
    credentials: BackstageCredentials,
  ): Promise<Rollout> => {
    const { componentRef } = record;
    const waiting = record.targets.filter(({ state }) => state === 'waiting');
    const [held, taken, events, may, queue] = await Promise.all([
      record.endedAt ? new Map() : options.deployAccess.held(waiting),
      record.endedAt ? new Set<string>() : store.listTaken(record),
      store.listEvents(record.id),
      viewer.mayOf([componentRef]),
      readQueue(record, { ...options, credentials }),
    ]);
    const { steer, approve } = may.get(componentRef)!;
    return toRollout(record, {
      hcpTerraform,
      held,
      taken,
      queue,
      events,
      actions: steer ? actionsOf(record) : [],
      mayDecide: approval =>
        approve && viewer.whyNot(approval, record) === undefined,
    });
  };
  const preview = async (
    stages: ResolvedStage[],
    joins: ListedRollout | undefined,
  ): Promise<RolloutPreview> => ({
    stages: stages.map(({ environment, approval, waves }) => ({
      environment,
      approvers: approval?.group,
      waves: waves.map(({ keys }) => keys),
    })),
    ...(joins && {
      joins: toSummary(joins, (await store.counts([joins.id])).get(joins.id)!),
    }),
  });
  /** What the caller may not see is not there. */
  const readable = async (
    request: Request,
    credentials: BackstageCredentials,
  ): Promise<RolloutRecord> => {
    const { id } = readInput(rolloutParams, request.params);
    const record = await store.get(id);
    const readableOnes =
      record && (await access.readableRollouts([record], credentials));
    if (!record || !readableOnes?.size) {
      throw new NotFoundError(`There is no rollout ${id}`);
    }
    return record;
  };

  router.post('/rollouts', async (request, response) => {
    const credentials = await callerOf(request);
    const { wish, joins, rollout } = await auditedRequest(
      auditor,
      {
        eventId: 'rollout-start',
        request,
        meta: {
          componentRef: said(request.body?.componentRef),
          dryRun: request.body?.dryRun === true,
        },
      },
      async tell => {
        const { dryRun, ...input } = readInput(rolloutRequest, request.body);
        const { initiator, plan, ...found } = await access.mayStart(
          input,
          credentials,
        );
        const asked = {
          ...input,
          ...found,
          stages: planner.plan(input, plan),
        };
        if (dryRun) {
          const inPlace = await store.findInPlace(asked, initiator);
          tell({ rolloutId: inPlace?.id ?? null });
          return { wish: asked, joins: inPlace };
        }
        const started = await store.insert(asked, initiator);
        tell({
          rolloutId: started.id,
          placements: input.placements.map(({ key }) => key),
        });
        return { wish: asked, rollout: started };
      },
    );
    if (!rollout) {
      response.json(await preview(wish.stages, joins));
      return;
    }
    response
      .status(201)
      .json(await served(rollout, await viewerOf(credentials), credentials));
  });

  router.get('/rollouts', async (request, response) => {
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

  router.get('/rollouts/:id', async (request, response) => {
    const credentials = await callerOf(request);
    const record = await readable(request, credentials);
    response.json(
      await served(record, await viewerOf(credentials), credentials),
    );
  });

  router.get('/rollouts/:id/log', async (request, response) => {
    const record = await readable(request, await callerOf(request));
    const { placement } = readInput(logQuery, request.query);
    response.json(await readLog(record, placement, { hcpTerraform }));
  });

  /** Does what somebody asks of a rollout, lets it go on, and answers how it is then. */
  const changeRollout = async (
    request: Request,
    eventId: string,
    change: (
      record: RolloutRecord,
      options: { viewer: Viewer; tell: (meta: JsonObject) => void },
    ) => Promise<void>,
  ): Promise<Rollout> => {
    const credentials = await callerOf(request);
    const { id, viewer } = await auditedRequest(
      auditor,
      { eventId, request, meta: { rolloutId: said(request.params.id) } },
      async tell => {
        const record = await readable(request, credentials);
        tell({ componentRef: record.componentRef });
        const asker = await viewerOf(credentials);
        await change(record, { viewer: asker, tell });
        return { id: record.id, viewer: asker };
      },
    );
    wake(id);
    return served((await store.get(id))!, viewer, credentials);
  };

  router.post('/rollouts/:id/approve', async (request, response) => {
    response.json(
      await changeRollout(
        request,
        'rollout-approve',
        async (record, { viewer, tell }) => {
          const input = readInput(decisionInput, request.body);
          tell({ ...input });
          await commands.decide(record, input, viewer);
        },
      ),
    );
  });

  for (const action of ROLLOUT_ACTIONS) {
    router.post(`/rollouts/:id/${action}`, async (request, response) => {
      response.json(
        await changeRollout(
          request,
          `rollout-${action}`,
          async (record, { viewer, tell }) => {
            const { comment } = readInput(commandInput, request.body ?? {});
            tell({ comment: comment ?? null });
            await commands.steer(record, action, { viewer, comment });
          },
        ),
      );
    });
  }

  router.get('/approvals', async (request, response) => {
    const query = readInput(approvalsQuery, request.query);
    const viewer = await viewerOf(await callerOf(request));
    response.json(await listApprovals(store, viewer, query));
  });
  return router;
}
