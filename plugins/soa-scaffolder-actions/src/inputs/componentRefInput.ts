import type { z as zod } from 'zod/v3';

/** The schema of a component's full reference. */
export const componentRefInput = (z: typeof zod) =>
  z
    .string()
    .regex(
      /^component:[\w.-]+\/[\w.-]+$/,
      'write the full reference of a component, such as component:default/orders',
    )
    .describe('The entity reference of the component');
