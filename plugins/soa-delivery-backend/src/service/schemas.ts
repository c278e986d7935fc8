import {
  ROLLOUT_OPERATIONS,
  ROLLOUT_STATES,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';
import { planSchema } from '../plan';

export const placementInput = z.strictObject({
  environment: z.string().min(1),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be the 12-digit id of an account'),
  region: z.string().min(1),
  runtime: z.enum(RUNTIMES),
  cell: z.string().optional(),
  workspace: z
    .string()
    .regex(/^[\w-]+\/[\w-]{1,90}$/, 'must be organization/name'),
  key: z.string().regex(/^[\w-]+$/),
  accountName: z.string(),
});

export const rolloutRequest = z.object({
  componentRef: componentRefInput,
  source: z.object({ url: z.url({ protocol: /^https?$/ }) }),
  placements: z.array(placementInput).min(1).max(2_000),
  operation: z.enum(ROLLOUT_OPERATIONS).optional(),
  plan: planSchema.optional(),
  unregister: z.boolean().optional(),
  exclusive: z.boolean().optional(),
  idempotencyKey: z.string().max(200).optional(),
  dryRun: z.boolean().optional(),
});

const comment = z.string().trim().max(2_000).optional();

/** With `pause`, `resume`, `cancel` and `rollback`. */
export const commandInput = z.object({ comment });

export const decisionInput = z
  .object({
    approvalId: z.string().min(1).max(100),
    decision: z.enum(['approved', 'rejected']),
    comment,
  })
  .refine(({ decision, comment: words }) => decision === 'approved' || words, {
    path: ['comment'],
    error: 'is needed to reject: say why',
  });

export const rolloutsQuery = z.object({
  component: componentRefInput.optional(),
  initiator: z.string().min(1).max(500).optional(),
  state: z.enum(ROLLOUT_STATES).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const rolloutParams = z.object({ id: z.string() });

export const logQuery = z.object({ placement: z.string().min(1) });

export const approvalsQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
