import type { z as Zod } from 'zod/v3';

/** How a list goes on. */
export const pageOutput = (z: typeof Zod) => ({
  nextCursor: z
    .string()
    .optional()
    .describe('There is more: ask again with it as cursor. Absent at the end'),
});
