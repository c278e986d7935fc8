import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field's value: the full reference of a group. */
export const platformOwnerFieldSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .optional()
      .describe(
        'The full reference of a group, such as group:default/platform',
      ),
});
