import type { z as zod } from 'zod/v3';
import { durationInput } from './durationInput';

/** How many runs go on at a time where an action is not told. */
export const DEFAULT_CONCURRENCY = 5;

/** The schemas of how long an action waits for runs, and for how many at once. */
export const runLimitInputs = {
  maxWait: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe('How long all of it may take; 30 minutes if absent'),
  onTimeout: (z: typeof zod) =>
    z
      .enum(['leave', 'discard'])
      .optional()
      .describe(
        'What becomes of runs that have not ended by then, unless they apply; leave if absent',
      ),
  concurrency: (z: typeof zod) =>
    z
      .number()
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe(`How many at a time; ${DEFAULT_CONCURRENCY} if absent`),
};
