import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/** @throws InputError that names the fields at fault */
export function readInput<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  throw new InputError(
    parsed.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}
