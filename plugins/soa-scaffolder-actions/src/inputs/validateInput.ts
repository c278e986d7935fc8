import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { inputInWords } from './inputInWords';

type Shape = Record<string, (zImpl: typeof z) => z.ZodType>;

/**
 * Checks an action's input once more: the scaffolder checks JSON schemas only,
 * in which refinements are lost.
 *
 * @throws InputError that names the inputs at fault
 */
export function validateInput(shape: Shape, input: unknown): void {
  const schema = z.object(
    Object.fromEntries(
      Object.entries(shape).map(([key, field]) => [key, field(z)]),
    ),
  );
  const { error } = schema.safeParse(input);
  if (error) {
    throw new InputError(
      error.issues
        .map(issue => `${inputInWords(issue.path)}: ${messageOf(issue)}`)
        .join('; '),
    );
  }
}

function messageOf(issue: z.ZodIssue): string {
  return issue.code === 'invalid_type' && issue.received === 'undefined'
    ? 'it is missing: fill it in'
    : issue.message;
}
