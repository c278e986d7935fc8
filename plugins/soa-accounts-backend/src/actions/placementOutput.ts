import { PLACEMENT_STATES, RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { z as Zod } from 'zod/v3';

/** A placement, as `GET /v1/placements` gives it. */
export const placementOutput = (z: typeof Zod) =>
  z.object({
    componentRef: z
      .string()
      .describe('The service, as component:namespace/name'),
    environment: z.string(),
    account: z.object({
      id: z.string().describe('Twelve digits'),
      name: z
        .string()
        .optional()
        .describe('Absent if the caller may not read the account'),
      entityRef: z.string(),
    }),
    region: z.string().describe('An AWS Region, or global'),
    runtime: z.enum(RUNTIMES),
    cell: z.string().optional().describe('Tells several of one place apart'),
    workspace: z
      .object({
        id: z.string(),
        name: z.string(),
        organization: z.string(),
        url: z.string(),
        currentRun: z
          .object({ id: z.string(), status: z.string(), url: z.string() })
          .optional(),
        lastAppliedAt: z
          .string()
          .optional()
          .describe('ISO 8601; absent if it is not known'),
        drift: z
          .object({
            resources: z.number().optional(),
            checkedAt: z.string().optional(),
          })
          .optional()
          .describe('What the newest health assessment found'),
      })
      .optional()
      .describe(
        'The HCP Terraform workspace that makes it; absent if there is none, or the caller may not read it',
      ),
    state: z
      .enum(PLACEMENT_STATES)
      .describe(
        'in-sync; not-applied: declared, and nothing was ever applied in its workspace; missing-workspace: declared, and no workspace holds it; undeclared: a workspace holds it that no component declares; drifted: reality differs from the configuration; unknown: workspaces could not be read of late',
      ),
  });
