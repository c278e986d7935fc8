import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/**
 * What came from outside, once it has the shape that it must have.
 *
 * @throws InputError that names every field at fault
 * @public
 */
export function readInput<T>(schema: ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error) {
    throw new InputError(
      error.issues
        .map(({ path, message }) => `${named(path)}: ${message}`)
        .join('; '),
    );
  }
  const nul = pathOfNul(data);
  if (nul) {
    throw new InputError(`${named(nul)}: holds a NUL character: leave it out`);
  }
  return data;
}

/** PostgreSQL refuses a NUL in a text, and SQLite does not. */
function pathOfNul(value: unknown): PropertyKey[] | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') ? [] : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    const below = pathOfNul(item);
    if (below) {
      return [Array.isArray(value) ? Number(key) : key, ...below];
    }
  }
  return undefined;
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
