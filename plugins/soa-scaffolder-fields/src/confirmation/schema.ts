import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field's value: what a person has typed. */
export const nameConfirmationFieldSchema = makeFieldSchema({
  output: z => z.string().describe('The name of the service'),
  uiOptions: z =>
    z.object({
      componentField: z
        .string()
        .optional()
        .describe('The field that holds the service; component if absent'),
    }),
});
