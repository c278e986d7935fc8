import type { z as zod } from 'zod/v3';

/** The schema of an owner's full reference. */
export const groupRefInput = (z: typeof zod) =>
  z
    .string()
    .regex(
      /^group:[\w.-]+\/[\w.-]+$/,
      'write the full reference of a group, such as group:default/team-shop',
    )
    .describe('The entity reference of the owning group');
