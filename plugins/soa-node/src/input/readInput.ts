import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/**
 * What came from outside, once it has the shape that it must have.
 *
 * @throws InputError that names every field at fault
 * @public
 */
export function readInput<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  throw new InputError(
    parsed.error.issues
      .map(({ path, message }) => `${named(path)}: ${message}`)
      .join('; '),
  );
}

function named(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? 'body'
    : path
        .map((part, index) => {
          if (typeof part === 'number') {
            return `[${part}]`;
          }
          return index === 0 ? String(part) : `.${String(part)}`;
        })
        .join('');
}
