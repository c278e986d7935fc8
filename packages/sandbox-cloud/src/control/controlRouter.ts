import express from 'express';
import type { Router } from 'express';
import { z } from 'zod';
import type { CloudTrailRecord } from '../cloudtrail';
import type { Misbehaviour } from '../Misbehaviour';
import { breakCluster } from './breakCluster';

const clusterSchema = z.object({
  cluster: z.string().default('runtime-ecs'),
  account: z
    .string()
    .regex(/^\d{12}$/)
    .default('100000000101'),
  region: z.string().default('us-east-1'),
});

const ruleSchema = z.object({
  service: z.enum(['organizations', 'cloudtrail', 'sts', 'hcp-terraform']),
  operation: z.string().optional(),
  kind: z.enum(['throttle', 'error', 'drop', 'not-found']),
  times: z.number().int().positive().default(1),
});

/** Has things happen in the sandbox cloud: below `/_sandbox`. */
export function controlRouter(options: {
  misbehaviour: Misbehaviour;
  now: () => number;
  append: (records: CloudTrailRecord[]) => void;
}): Router {
  const router = express.Router();
  router.use(express.json());
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', simulated: true });
  });
  router.post('/break-cluster', (request, response) => {
    const input = clusterSchema.safeParse(request.body ?? {});
    if (!input.success) {
      response.status(400).json({ message: z.prettifyError(input.error) });
      return;
    }
    const { records, message } = breakCluster({
      ...input.data,
      time: options.now(),
    });
    options.append(records);
    response.json({ message });
  });
  router.post('/misbehave', (request, response) => {
    const rule = ruleSchema.safeParse(request.body);
    if (!rule.success) {
      response.status(400).json({ message: z.prettifyError(rule.error) });
      return;
    }
    options.misbehaviour.add(rule.data);
    response.json({ message: 'The sandbox cloud will misbehave.' });
  });
  return router;
}
