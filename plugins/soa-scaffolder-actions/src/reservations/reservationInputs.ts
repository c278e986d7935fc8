import type { z as zod } from 'zod/v3';

export const accountInput = (z: typeof zod) =>
  z
    .string()
    .regex(/^\d{12}$/, 'quote the 12-digit id of the AWS account')
    .optional()
    .describe('The 12-digit id of the AWS account, quoted');

export const zoneInput = (z: typeof zod) =>
  z
    .string()
    .regex(
      /^Z[0-9A-Z]{3,31}$/,
      'write the id of a hosted zone, such as Z0123456789ABC',
    )
    .optional()
    .describe('The id of the hosted zone');

export const environmentInput = (z: typeof zod) =>
  z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'write the name of an environment')
    .optional()
    .describe('The environment of the component whose it is');

export const rolloutIdInput = (z: typeof zod) =>
  z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'write the id of a rollout')
    .optional()
    .describe('The rollout of the component whose it is, instead');

export const rangeNameInput = (z: typeof zod) =>
  z
    .string()
    .regex(
      /^[\w.-]{1,100}$/,
      'write 1 to 100 letters, digits, dots, underscores or hyphens',
    )
    .optional()
    .describe('Tells apart several ranges of a placement; vpc if absent');
