import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';

/** The field's value: what a service runs on. */
export const runtimeFieldSchema = makeFieldSchema({
  output: z => z.enum(RUNTIMES),
  uiOptions: z =>
    z.object({
      runtimes: z
        .array(z.enum(RUNTIMES))
        .optional()
        .describe('Only these; all that services run on if left out'),
      environment: z
        .string()
        .optional()
        .describe('Only what accounts of this environment offer'),
      environmentField: z
        .string()
        .optional()
        .describe('The field of the form that holds the environment'),
      ownerField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds the owner; "owner" if left out',
        ),
      productField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds the product, whose owner it is instead',
        ),
    }),
});
