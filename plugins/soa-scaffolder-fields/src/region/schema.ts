import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';

/** The field's value: a Region, or several where the parameter is an array. */
export const regionFieldSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.array(z.string())]),
  uiOptions: z =>
    z.object({
      runtime: z
        .enum(RUNTIMES)
        .optional()
        .describe('Only Regions of accounts that offer it'),
      environment: z
        .string()
        .optional()
        .describe('Only Regions of accounts of this environment'),
      environmentField: z
        .string()
        .optional()
        .describe('The field of the form that holds the environment'),
      account: z.string().optional().describe('Only Regions of this account'),
      accountField: z
        .string()
        .optional()
        .describe('The field of the form that holds the account'),
      placementsField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds placements: the Regions chosen there, instead of those of accounts',
        ),
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
