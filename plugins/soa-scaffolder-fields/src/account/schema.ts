import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';

/** The field's value: the id of an account. */
export const accountFieldSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .regex(/^\d{12}$/)
      .describe('The 12-digit id of an account'),
  uiOptions: z =>
    z.object({
      runtime: z
        .enum(RUNTIMES)
        .optional()
        .describe('Only accounts that offer it'),
      environment: z
        .string()
        .optional()
        .describe('Only accounts of this environment'),
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
