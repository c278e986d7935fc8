import { ROLLOUT_ON_FAILURE, RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type {
  RolloutPlan,
  RolloutStageSettings,
} from '@backstage-soa/plugin-soa-common';
import { z } from 'zod';
import { readBake } from './readBake';

const PERCENT = /^(100|[1-9]?\d)%$/;

const count = (least: number) => {
  const error = `must be a whole number from ${least} on, or a percentage such as "25%"`;
  return z.union(
    [
      z.number().int({ error }).min(least, { error }),
      z.string().regex(PERCENT, { error }),
    ],
    { error },
  );
};

const groupRef = z
  .string()
  .regex(
    /^group:[\w.-]+\/[\w.-]+$/i,
    'must be the entity reference of a group, such as group:default/team-platform',
  );

const selector = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  keys: z.array(z.string().min(1)).min(1).optional(),
  account: z
    .string({ error: 'must be the quoted 12-digit id of an account' })
    .regex(/^\d{12}$/, 'must be the 12-digit id of an account')
    .optional(),
  region: z.string().optional(),
  runtime: z.enum(RUNTIMES).optional(),
  cell: z.string().optional(),
  count: count(1).optional(),
});

const health = z
  .strictObject({
    type: z.literal('health'),
    url: z.url({ protocol: /^https?$/ }).optional(),
    output: z.string().min(1).max(200).optional(),
    path: z.string().startsWith('/').max(500).optional(),
    expectStatus: z.number().int().min(100).max(599).optional(),
  })
  .refine(({ url, output }) => (url === undefined) !== (output === undefined), {
    error: 'needs either url, or the output of the workspaces that is one',
  });

const check = z.discriminatedUnion('type', [
  health,
  z.strictObject({
    type: z.literal('cloudwatch-alarm'),
    alarm: z.string().min(1).max(255),
    account: z
      .string()
      .regex(/^\d{12}$/, 'must be the 12-digit id of an account')
      .optional(),
    region: z.string().min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('webhook'),
    name: z
      .string()
      .regex(/^[\w.-]{1,100}$/, 'must be a word of letters, digits, ".-_"'),
  }),
]);

const settings = {
  waves: z.array(selector).min(1).max(100).optional(),
  regionConcurrency: z.enum(['sequential', 'parallel']).optional(),
  regionOrder: z.array(z.string()).optional(),
  maxConcurrent: count(1).optional(),
  failureTolerance: count(0).optional(),
  bake: z
    .string()
    .superRefine((bake, context) => {
      try {
        readBake(bake);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    })
    .optional(),
  checks: z.array(check).max(20).optional(),
  approval: z
    .strictObject({ group: groupRef, notInitiator: z.boolean().optional() })
    .optional(),
  onFailure: z.enum(ROLLOUT_ON_FAILURE).optional(),
};

function refuseBothOrders(
  { waves, regionConcurrency, regionOrder }: RolloutStageSettings,
  context: z.RefinementCtx,
) {
  if (waves && regionConcurrency) {
    context.addIssue({
      code: 'custom',
      path: ['regionConcurrency'],
      message:
        'cannot be said beside waves: waves say which Regions come first',
    });
  }
  if (regionOrder && regionConcurrency !== 'sequential') {
    context.addIssue({
      code: 'custom',
      path: ['regionOrder'],
      message: 'means something with regionConcurrency: sequential only',
    });
  }
}

/** What holds for a stage, as people write it. */
export const stageSettingsSchema: z.ZodType<RolloutStageSettings> = z
  .strictObject(settings)
  .superRefine(refuseBothOrders);

/** A plan, as people write it: in a request or in `spec.rollout`. */
export const planSchema: z.ZodType<RolloutPlan> = z.strictObject({
  defaults: stageSettingsSchema.optional(),
  stages: z
    .array(
      z
        .strictObject({ environment: z.string().min(1), ...settings })
        .superRefine(refuseBothOrders),
    )
    .max(100)
    .optional(),
});
