import type { z as zod } from 'zod/v3';

/** The schema of what has become of a run. */
export const runReportOutput = (z: typeof zod) =>
  z.object({
    workspace: z.string(),
    runId: z.string().optional(),
    url: z.string(),
    status: z.string().describe('As HCP Terraform names it'),
    outcome: z.enum(['succeeded', 'failed', 'waiting']),
    error: z.string().optional(),
    plan: z
      .object({
        add: z.number(),
        change: z.number(),
        destroy: z.number(),
        import: z.number(),
      })
      .optional(),
    cost: z
      .object({ delta: z.string(), proposed: z.string() })
      .optional()
      .describe('US dollars a month'),
    policies: z
      .object({
        passed: z.number(),
        advisoryFailed: z.number(),
        mandatoryFailed: z.number(),
        errored: z.number(),
      })
      .optional(),
  });
