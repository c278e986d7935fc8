import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The field's value: an HCP Terraform workspace. */
export const workspaceFieldSchema = makeFieldSchema({
  output: z => z.string().describe('organization/name'),
  uiOptions: z =>
    z.object({
      component: z
        .string()
        .optional()
        .describe('Only workspaces of this component'),
      componentField: z
        .string()
        .optional()
        .describe('The field of the form that holds the component'),
      account: z
        .string()
        .optional()
        .describe('Only workspaces of placements in this account'),
      accountField: z
        .string()
        .optional()
        .describe('The field of the form that holds the account'),
    }),
});
