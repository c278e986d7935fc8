import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { z as Zod } from 'zod/v3';

/** An account, as `GET /v1/accounts` gives it. */
export const accountOutput = (z: typeof Zod) =>
  z.object({
    id: z.string().describe('Twelve digits'),
    name: z.string().describe('Accounts of several organisations can share it'),
    arn: z.string(),
    state: z
      .string()
      .describe(
        'As AWS Organizations has it: ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED, …',
      ),
    organizationId: z.string(),
    parentId: z.string().describe('The id of the OU or root that it is in'),
    organizationalUnitPath: z
      .string()
      .describe(
        'Names of the OUs above it, such as Workloads/Prod; empty in the root',
      ),
    owner: z.string().optional().describe('Entity reference of a group'),
    environment: z.string().optional().describe('What its services are for'),
    runtimes: z
      .array(z.enum(RUNTIMES))
      .describe('What services can run on there'),
    regions: z.array(z.string()).describe('In which Regions they can'),
    businessUnit: z.string().optional(),
    allowedOwners: z
      .array(z.string())
      .optional()
      .describe('Groups whose services may run there; any if absent'),
    entityRef: z.string().describe('Its entity in the catalog'),
    email: z.string().optional(),
  });
