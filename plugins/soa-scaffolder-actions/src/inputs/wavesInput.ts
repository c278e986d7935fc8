import type { z as zod } from 'zod/v3';

/** The schema of the order in which a rollout applies placements. */
export const wavesInput = (z: typeof zod) =>
  z
    .array(
      z.strictObject({
        environment: z.string().min(1).optional(),
        account: z.string().min(1).optional(),
        region: z.string().min(1).optional(),
        count: z
          .number()
          .int()
          .min(1)
          .optional()
          .describe('Only so many of them, in the order of the placements'),
      }),
    )
    .optional()
    .describe(
      'Which placements come first, then next, by environment, account or Region: a wave takes what no earlier one has taken, and begins once all of the earlier ones are applied; what none takes comes last. All begin side by side if absent',
    );
