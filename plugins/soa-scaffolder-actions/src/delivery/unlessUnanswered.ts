import { isUnanswered } from './isUnanswered';

/**
 * What soa-delivery answers in a dry run, of which one that is not there, or fails,
 * is no failure.
 *
 * @returns `unknown`: why there is no answer
 * @throws a refusal
 */
export async function unlessUnanswered<T>(
  ask: () => Promise<T>,
): Promise<
  { answer: T; unknown?: undefined } | { answer?: undefined; unknown: string }
> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (!isUnanswered(error)) {
      throw error;
    }
    return { unknown: error.message };
  }
}
