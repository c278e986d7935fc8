import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';

/** The schema of how a rollout goes through placements; the backend knows the rest. */
export const planInput = (
  z: typeof zod,
): zod.ZodType<RolloutPlan | undefined> => {
  const settings = z.object({}).passthrough();
  const schema = z
    .strictObject({
      defaults: settings
        .optional()
        .describe('For all stages that do not say otherwise'),
      stages: z
        .array(z.object({ environment: z.string().min(1) }).passthrough())
        .optional()
        .describe(
          'One for each environment that is named, in this order, with waves, regionConcurrency, maxConcurrent, failureTolerance, bake, checks, approval, onFailure',
        ),
    })
    .optional()
    .describe(
      "How the rollout goes through the placements; as spec.rollout of the component says, and the organisation's defaults, if absent",
    );
  return schema as zod.ZodType<RolloutPlan | undefined>;
};
