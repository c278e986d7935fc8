import { isError } from '@backstage/errors';

/** Whether somebody else has changed what a change builds on. */
export function isConflict(error: unknown): boolean {
  return isError(error) && error.name === 'ConflictError';
}
