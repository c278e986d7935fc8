import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';

/** The schema of a placement as `soa:placements:resolve` puts it out. */
export const placementInput = (z: typeof zod) =>
  z
    .object({
      environment: z.string().min(1),
      account: z
        .string()
        .regex(/^\d{12}$/, 'quote the 12-digit id of the AWS account')
        .describe('The 12-digit id of the AWS account, quoted'),
      region: z.string().min(1),
      runtime: z.enum(RUNTIMES),
      cell: z.string().optional(),
      workspace: z
        .string()
        .regex(/^[\w-]+\/[\w-]{1,90}$/, 'write organization/name')
        .describe('organization/name'),
      key: z.string().regex(/^[a-z0-9-]+$/),
      accountName: z.string(),
    })
    .strict();

/** The schema of all placements of a service. */
export const placementsInput = (z: typeof zod) =>
  z
    .array(placementInput(z))
    .min(1)
    .superRefine((placements, context) => {
      const keys = placements.map(({ key }) => key);
      const twice = keys.find((key, index) => keys.indexOf(key) !== index);
      if (twice) {
        context.addIssue({
          code: 'custom',
          message: `two placements have the key ${twice}: pass the output of soa:placements:resolve on unchanged`,
        });
      }
      if (new Set(placements.map(({ runtime }) => runtime)).size > 1) {
        context.addIssue({
          code: 'custom',
          message: 'all placements must be on one runtime',
        });
      }
    })
    .describe('What soa:placements:resolve has put out');
