import { diagnoseError } from './diagnoseError.mjs';
import { Refusal } from './refusal.mjs';

/**
 * What people are told of an error: a sentence with the remedy where they can
 * mend it, else all that it says, for those who can.
 */
export function tellFailure(error) {
  const sentence =
    error instanceof Refusal ? error.message : diagnoseError(error ?? {});
  return `\n✗ ${sentence ?? error?.stack ?? error}`;
}
