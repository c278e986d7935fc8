import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';

/** The field's value: environments with their Regions. */
export const placementsFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        environment: z.string(),
        regions: z.array(z.string()),
        account: z.string().optional(),
      }),
    ),
  uiOptions: z =>
    z.object({
      runtime: z
        .enum(RUNTIMES)
        .optional()
        .describe('What the service runs on; for a new one'),
      componentField: z
        .string()
        .optional()
        .describe(
          'The field that holds the service that is given more placements: it says name, owner and runtime',
        ),
      global: z
        .boolean()
        .optional()
        .describe(
          'Whether what is made is in no Region, so that none is asked for; as it is for static-site',
        ),
    }),
});
