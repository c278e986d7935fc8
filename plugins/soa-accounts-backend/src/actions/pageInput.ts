import type { z as Zod } from 'zod/v3';

/**
 * Which page of a list. It is short unless asked for otherwise: whoever reads the
 * answer has room for so much.
 */
export const pageInput = (z: typeof Zod) => ({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .describe('How many at most, 1 to 200; 50 if absent'),
  cursor: z
    .string()
    .optional()
    .describe(
      'nextCursor of the answer before, unchanged, with the same filters; the first page if absent',
    ),
});
