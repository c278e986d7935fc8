import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';

/** The schema of a placement as `soa:placements:resolve` puts it out. */
export const placementInput = (z: typeof zod) =>
  z
    .object({
      environment: z.string().min(1),
      account: z
        .string()
        .regex(/^\d{12}$/)
        .describe('The 12-digit id of the AWS account, quoted'),
      region: z.string().min(1),
      runtime: z.enum(RUNTIMES),
      cell: z.string().optional(),
      workspace: z
        .string()
        .regex(/^[\w-]+\/[\w-]{1,90}$/)
        .describe('organization/name'),
      key: z.string().regex(/^[a-z0-9-]+$/),
      accountName: z.string(),
    })
    .strict();
