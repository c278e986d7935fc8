import { InputError } from '@backstage/errors';
import type { ZodType } from 'zod';

/** The place after which the next page begins, as clients see it. */
export function encodeCursor(place: ReadonlyArray<string | number>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws InputError if it is none of ours */
export function decodeCursor<T>(
  cursor: string | undefined,
  schema: ZodType<T>,
): T | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const { data, success } = schema.safeParse(JSON.parse(text));
    // PostgreSQL takes no NUL.
    if (success && !text.includes('\\u0000')) {
      return data;
    }
  } catch {
    // Said below, as for any other cursor that is none of ours.
  }
  throw new InputError('cursor is not one that this server gave: leave it out');
}
