import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field's value: environments with their Regions, in accounts or OUs. */
export const platformFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        environment: z.string(),
        regions: z.array(z.string()),
        account: z.string().optional(),
        organizationalUnit: z.string().optional(),
      }),
    ),
  uiOptions: z =>
    z.object({
      runtime: z
        .literal('platform')
        .optional()
        .describe('What is placed: always a platform'),
      global: z
        .boolean()
        .optional()
        .describe('Whether it is in no Region, so that none is asked for'),
      organizationalUnits: z
        .boolean()
        .optional()
        .describe('Whether all accounts of an OU can be chosen at once'),
    }),
});
