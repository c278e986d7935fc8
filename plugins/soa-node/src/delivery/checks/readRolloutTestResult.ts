import { z } from 'zod';

/**
 * The topic of what integration tests tell rollouts.
 *
 * @public
 */
export const ROLLOUT_CHECK_TOPIC = 'soa-rollout-check';

const schema = z.object({
  rolloutId: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  result: z.enum(['passed', 'failed']),
  environment: z.string().min(1).max(100).optional(),
  wave: z.number().int().min(1).optional(),
  message: z.string().max(1_000).optional(),
});

/**
 * What an integration test tells a rollout.
 *
 * @public
 */
export interface RolloutTestResult {
  rolloutId: string;
  /** Of the test, as the check names it. */
  name: string;
  result: 'passed' | 'failed';
  /** Of which wave (from 1, in its environment) it is; of that which is being watched if absent. */
  environment?: string;
  wave?: number;
  message?: string;
}

/**
 * Reads what an integration test tells, without asking who has sent it.
 *
 * @returns `undefined` if it is nothing of the kind
 * @public
 */
export function readRolloutTestResult(
  body: unknown,
): RolloutTestResult | undefined {
  return schema.safeParse(body).data;
}
