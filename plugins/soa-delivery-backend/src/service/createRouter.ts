import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { readInput } from '@backstage-soa/plugin-soa-node';
import type { RolloutRecord, RolloutStore } from '../store';
import type { RolloutAccess } from './RolloutAccess';
import { rolloutRequest, rolloutsQuery } from './schemas';
import { toRollout } from './toRollout';

/** The rollouts' HTTP API. */
export function createRouter(options: {
  store: RolloutStore;
  access: RolloutAccess;
  hcpTerraform: HcpTerraform;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { store, access, hcpTerraform, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '1mb' }));
  const callerOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.post('/v1/rollouts', async (request, response) => {
    const input = readInput(rolloutRequest, request.body);
    const event = await auditor.createEvent({
      eventId: 'rollout-start',
      severityLevel: 'medium',
      request,
      meta: {
        componentRef: input.componentRef,
        placements: input.placements.map(({ key }) => key),
      },
    });
    try {
      const { initiator, componentRef } = await access.mayStart(
        input,
        await callerOf(request),
      );
      const rollout = await store.insert({ ...input, componentRef }, initiator);
      await event.success({ meta: { rolloutId: rollout.id } });
      response.status(201).json(toRollout(rollout, hcpTerraform));
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  router.get('/v1/rollouts', async (request, response) => {
    const query = readInput(rolloutsQuery, request.query);
    const credentials = await callerOf(request);
    const records = await store.list({
      componentRef: query.component,
      state: query.state,
      before: decodeCursor(query.cursor),
      limit: query.limit + 1,
    });
    const page = records.slice(0, query.limit);
    const readable = await access.readable(
      page.map(({ componentRef }) => componentRef),
      credentials,
    );
    response.json({
      items: page
        .filter(({ componentRef }) => readable.has(componentRef))
        .map(record => toRollout(record, hcpTerraform)),
      ...(records.length > page.length && {
        nextCursor: encodeCursor(page[page.length - 1]),
      }),
    });
  });

  router.get('/v1/rollouts/:id', async (request, response) => {
    const credentials = await callerOf(request);
    const { id } = request.params;
    const record = await store.get(id);
    const readable =
      record && (await access.readable([record.componentRef], credentials));
    if (!record || !readable?.size) {
      throw new NotFoundError(`There is no rollout ${id}`);
    }
    response.json(toRollout(record, hcpTerraform));
  });
  return router;
}

function encodeCursor({ createdAt, id }: RolloutRecord): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');
}

function decodeCursor(cursor: string | undefined) {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const [createdAt, id] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (typeof createdAt === 'string' && typeof id === 'string') {
      return { createdAt, id };
    }
  } catch {
    // Said below, as for any other cursor that is none of ours.
  }
  throw new InputError('cursor is not one that this server gave: leave it out');
}
