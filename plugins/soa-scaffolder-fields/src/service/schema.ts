import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field's value: some of the places where a service runs. */
export const servicePlacementsFieldSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.array(z.string())]),
  uiOptions: z =>
    z.object({
      componentField: z
        .string()
        .optional()
        .describe('The field that holds the service; component if absent'),
      offer: z
        .enum(['placements', 'environments'])
        .optional()
        .describe('What is chosen among; placements if absent'),
    }),
});
