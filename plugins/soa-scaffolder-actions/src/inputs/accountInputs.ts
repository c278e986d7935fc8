import { isRegion, RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';
import { groupRefInput } from './groupRefInput';

const SERVICE_RUNTIMES = RUNTIMES.filter(runtime => runtime !== 'platform');

/** The schema of an account's 12 digits. */
export const accountIdInput = (z: typeof zod) =>
  z
    .string()
    .regex(/^\d{12}$/, 'write the 12 digits of an account, in quotes')
    .describe('The id of the account');

/** The schemas of what an account is, and what it is for. */
export const accountInputs = {
  name: (z: typeof zod) =>
    z
      .string()
      .max(50, 'AWS takes 50 characters')
      .regex(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
        'write lower-case letters, digits and single hyphens, with a letter first',
      )
      .describe(
        'What the account is called; its e-mail address follows from it',
      ),
  email: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe(
        'Another address that follows the pattern of soa.accountVending.email',
      ),
  owner: groupRefInput,
  organizationalUnit: (z: typeof zod) =>
    z
      .string()
      .min(1)
      .describe(
        'Where the account goes: an OU by its id, or by the path of names, such as Workloads/Dev',
      ),
  environment: (z: typeof zod) => z.string().min(1),
  runtimes: (z: typeof zod) =>
    z
      .array(z.enum(SERVICE_RUNTIMES as [string, ...string[]]))
      .optional()
      .describe('What services can run on there'),
  regions: (z: typeof zod) =>
    z
      .array(
        z.string().refine(isRegion, 'write AWS Regions, such as us-east-1'),
      )
      .optional()
      .describe('The Regions in which they can'),
  businessUnit: (z: typeof zod) => z.string().min(1).optional(),
  allowedOwners: (z: typeof zod) =>
    z
      .array(groupRefInput(z))
      .optional()
      .describe('Whose services may run there; any if absent'),
};
