import type { z as zod } from 'zod/v3';

/** The schema of when workspaces destroy what they hold. */
export const autoDestroyInput = (z: typeof zod) =>
  z
    .object({
      afterInactivity: z
        .string()
        .regex(/^[1-9]\d{0,3}[dh]$/, 'write days or hours, such as 14d or 24h')
        .optional()
        .describe('Since the last run: 14d, 24h'),
      at: z
        .string()
        .datetime({
          offset: true,
          message: 'write a time as 2027-01-31T18:00:00Z',
        })
        .optional()
        .describe('A time, as 2027-01-31T18:00:00Z'),
      environments: z
        .array(z.string())
        .min(1)
        .optional()
        .describe('Those that it is for; all but production ones if absent'),
    })
    .strict()
    .refine(
      ({ afterInactivity, at }) => !afterInactivity !== !at,
      'write either afterInactivity or at',
    )
    .optional()
    .describe(
      'Has HCP Terraform destroy what is in the workspaces; never in production',
    );
