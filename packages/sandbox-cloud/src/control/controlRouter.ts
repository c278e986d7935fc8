import express from 'express';
import type { ErrorRequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Alarms } from '../aws';
import type { CloudTrailRecord } from '../cloudtrail';
import { misbehaviourSchema } from '../misbehaviour';
import type { Misbehaviour } from '../misbehaviour';
import { breakCluster } from './breakCluster';
import { addWorkspaces, newWorkspaces, toldRuns } from '../hcp-terraform';
import type { HcpState, HcpWorkspace } from '../hcp-terraform';

const placeFields = {
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be the 12 digits of an account')
    .default('100000000101'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a Region, such as us-east-1')
    .default('us-east-1'),
};

const clusterSchema = z.strictObject({
  cluster: z
    .string()
    .regex(/^[\w-]{1,255}$/, 'must be the name of an ECS cluster')
    .default('runtime-ecs'),
  ...placeFields,
});

const alarmSchema = z.strictObject({
  ...placeFields,
  alarm: z.string().min(1).default('checkout-prod-use1-errors'),
  state: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']).default('ALARM'),
});

function sentence(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => [...path, message].join(' '))
    .join('; ');
}

const errorHandler: ErrorRequestHandler = (error, _request, response, next) => {
  if (error?.type !== 'entity.parse.failed') {
    next(error);
    return;
  }
  response.status(400).json({ message: 'The body is no JSON.' });
};

/** Has things happen in the sandbox cloud: below `/_sandbox`. */
export function controlRouter(options: {
  misbehaviour: Misbehaviour;
  now: () => number;
  append: (records: CloudTrailRecord[]) => void;
  hcp: HcpState;
  drift: (workspaces: readonly HcpWorkspace[]) => void;
  accounts: () => number;
  alarms: Alarms;
}): Router {
  const router = express.Router();
  router.use(express.json({ limit: '20mb' }));
  router.get('/health', (_request, response) => {
    response.json({
      status: 'ok',
      simulated: true,
      accounts: options.accounts(),
    });
  });
  router.post('/break-cluster', (request, response) => {
    const input = clusterSchema.safeParse(request.body ?? {});
    if (!input.success) {
      response.status(400).json({ message: sentence(input.error) });
      return;
    }
    const broken = breakCluster({
      ...input.data,
      workspaces: options.hcp.workspaces,
      time: options.now(),
    });
    if ('refusal' in broken) {
      response.status(404).json({ message: broken.refusal });
      return;
    }
    options.append(broken.records);
    options.drift(broken.drifted);
    response.json({ message: broken.message });
  });
  router.post('/set-alarm', (request, response) => {
    const input = alarmSchema.safeParse(request.body ?? {});
    if (!input.success) {
      response.status(400).json({ message: sentence(input.error) });
      return;
    }
    const { alarm, state, ...place } = input.data;
    const where = `account ${place.account} in ${place.region}`;
    if (!options.alarms.set(place, alarm, state)) {
      response.status(404).json({
        message: `There is no alarm ${alarm} of ${where}: name another alarm, account or region.`,
      });
      return;
    }
    response.json({ message: `${alarm} of ${where} is in ${state} now.` });
  });
  router.post('/add-workspaces', (request, response) => {
    const input = newWorkspaces.safeParse(request.body);
    if (!input.success) {
      response.status(400).json({ message: sentence(input.error) });
      return;
    }
    addWorkspaces(options.hcp, input.data, options.now());
    options.append([]);
    response.json({
      message: `There are ${input.data.workspaces.length} workspaces more.`,
    });
  });
  router.get('/runs', (_request, response) => {
    response.json({ runs: toldRuns(options.hcp) });
  });
  router.post('/misbehave', (request, response) => {
    const rule = misbehaviourSchema.safeParse(request.body);
    if (!rule.success) {
      response.status(400).json({ message: sentence(rule.error) });
      return;
    }
    options.misbehaviour.add(rule.data);
    response.json({ message: 'The sandbox cloud will misbehave.' });
  });
  router.post('/behave', (_request, response) => {
    options.misbehaviour.clear();
    response.json({ message: 'The sandbox cloud behaves again.' });
  });
  router.use(errorHandler);
  return router;
}
