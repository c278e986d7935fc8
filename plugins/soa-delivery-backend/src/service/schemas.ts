import { ROLLOUT_STATES, RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';

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

export const rolloutRequest = z
  .object({
    componentRef: componentRefInput,
    source: z.object({ url: z.url({ protocol: /^https?$/ }) }),
    placements: z.array(placementInput).min(1).max(2_000),
    waves: z.array(z.array(z.string()).min(1)).max(2_000).optional(),
    idempotencyKey: z.string().max(200).optional(),
    dryRun: z.boolean().optional(),
  })
  .superRefine(({ placements, waves = [] }, context) => {
    const keys = new Set(placements.map(({ key }) => key));
    const named = new Set<string>();
    for (const [wave, ofWave] of waves.entries()) {
      for (const [index, key] of ofWave.entries()) {
        const problem = named.has(key)
          ? `the placement "${key}" is named twice`
          : `none of the placements has the key "${key}"`;
        if (named.has(key) || !keys.has(key)) {
          context.addIssue({
            code: 'custom',
            path: ['waves', wave, index],
            message: problem,
          });
        }
        named.add(key);
      }
    }
  });

export const rolloutsQuery = z.object({
  component: componentRefInput.optional(),
  state: z.enum(ROLLOUT_STATES).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const rolloutParams = z.object({ id: z.string() });
