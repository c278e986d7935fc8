import {
  PLACEMENT_STATES,
  PLATFORM_PARAMETERS,
  RUNTIMES,
  WORKSPACE_RUN_TYPES,
} from '@backstage-soa/plugin-soa-common';
import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';

const word = z.string().min(1).max(300);

const account = z
  .string()
  .regex(/^\d{12}$/, 'write the 12-digit id of an AWS account');

const page = {
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

export const organizationQuery = z.object({
  ...page,
  parent: word.optional(),
});

export const accountsQuery = z.object({
  ...page,
  environment: word.optional(),
  runtime: z.enum(RUNTIMES).optional(),
  region: word.optional(),
  organizationalUnit: word.optional(),
});

export const placementsQuery = z.object({
  ...page,
  component: componentRefInput.optional(),
  account: account.optional(),
  region: word.optional(),
  runtime: z.enum(RUNTIMES).optional(),
  environment: word.optional(),
  state: z.enum(PLACEMENT_STATES).optional(),
});

export const workspacesQuery = z.object({
  ...page,
  component: componentRefInput.optional(),
  account: account.optional(),
  /** Of the current run, as HCP Terraform names it. */
  state: word.optional(),
  /** Whether each comes with its outputs. */
  outputs: z.enum(['true', 'false']).optional(),
});

export const placementRequest = z.object({
  name: z.string().max(300),
  namespace: z
    .string()
    .max(63)
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'write lower-case letters, digits and hyphens',
    )
    .optional(),
  owner: z.string().max(300),
  runtime: z.enum(RUNTIMES),
  stages: z
    .array(
      z.object({
        environment: z.string().max(300),
        regions: z.array(z.string().max(300)).max(50),
        account: z.string().max(300).optional(),
        organizationalUnit: z.string().max(300).optional(),
      }),
    )
    // Whoever asks again about what an OU gave asks for each account of it.
    .max(2_000),
  needs: z
    .array(z.enum(PLATFORM_PARAMETERS))
    .max(PLATFORM_PARAMETERS.length)
    .optional(),
  adds: z.boolean().optional(),
});

export const accountParams = z.object({ id: account });

export const workspaceParams = z.object({ id: z.string() });

const words = z.string().max(500, 'write at most 500 characters').optional();

export const runParams = z.object({
  id: z.string().regex(/^run-[A-Za-z0-9]{1,64}$/, 'write the id of a run'),
});

export const runRequest = z.object({
  type: z.enum(WORKSPACE_RUN_TYPES),
  message: words,
});

export const runActionInput = z.object({ comment: words });

/** The cursor is the number of a page. */
export const resourcesQuery = z.object({
  cursor: z.coerce.number().int().min(1).max(100_000).optional(),
});
