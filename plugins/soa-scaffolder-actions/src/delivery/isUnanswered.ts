import { isError, ResponseError } from '@backstage/errors';

/**
 * Whether a request got no answer, or that of a backend that fails, as while a
 * portal is updated: what is asked again can be answered then.
 */
export function isUnanswered(error: unknown): error is Error {
  const isRefusal = error instanceof ResponseError && error.statusCode < 500;
  return isError(error) && !isRefusal;
}
