import type { z as zod } from 'zod/v3';
import { RULES } from './Check';

/** The schema of checks, as a template's expressions fill them in. */
export const checksInput = (z: typeof zod) =>
  z
    .array(
      z
        .object({
          message: z
            .string()
            .min(1)
            .describe('What is wrong, by the titles of fields, and what to do'),
          inProduction: z
            .boolean()
            .optional()
            .describe('Only where a placement is in production'),
          fails: z.boolean().optional().describe('Refused if true'),
          names: z
            .record(z.record(z.unknown()))
            .optional()
            .describe('Values by names: no name is in two of them'),
          bytes: z
            .unknown()
            .describe(
              'Texts, and lists and maps of them: all have atMost so many bytes, names included',
            ),
          entries: z
            .array(z.record(z.unknown()))
            .optional()
            .describe('The list that the rules below are about'),
          ordered: z
            .array(z.string())
            .length(2)
            .optional()
            .describe(
              "Two keys: the first's value is not greater than the second's",
            ),
          differ: z
            .string()
            .optional()
            .describe('A key whose values differ among the entries'),
          within: z
            .string()
            .optional()
            .describe('For differ: a key with lists, each by itself'),
          apart: z
            .string()
            .optional()
            .describe(
              'A key with an address range: those of two placements do not overlap',
            ),
          forEach: z
            .enum(['environment', 'placement'])
            .optional()
            .describe('For what there are so many entries'),
          atLeast: z.number().int().optional(),
          atMost: z.number().int().optional(),
        })
        .strict()
        .refine(
          check => RULES.filter(rule => check[rule] !== undefined).length < 2,
          `a check has one rule: ${RULES.join(', ')}`,
        ),
    )
    .optional()
    .describe('What is refused before anything is written');
