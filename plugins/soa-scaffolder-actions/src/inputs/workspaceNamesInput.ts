import type { z as zod } from 'zod/v3';

/** The schema of a list of workspaces. */
export const workspaceNamesInput = (z: typeof zod) =>
  z
    .array(z.string().regex(/^[\w-]+\/[\w-]{1,90}$/, 'write organization/name'))
    .min(1)
    .superRefine((names, context) => {
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice) {
        context.addIssue({
          code: 'custom',
          message: `${twice} is named twice: name each workspace once`,
        });
      }
    })
    .describe('The workspaces, each as organization/name');
