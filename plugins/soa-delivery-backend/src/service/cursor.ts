import { InputError } from '@backstage/errors';

/** Where a rollout stands in the list. */
export interface Place {
  createdAt: string;
  id: string;
}

/** The place after which the next page begins, as clients see it. */
export function encodeCursor({ createdAt, id }: Place): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');
}

/** @throws InputError if it is none of ours */
export function decodeCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const [createdAt, id] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (isPlain(createdAt) && isPlain(id)) {
      return { createdAt, id };
    }
  } catch {
    // Said below, as for any other cursor that is none of ours.
  }
  throw new InputError('cursor is not one that this server gave: leave it out');
}

// PostgreSQL takes no NUL.
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}
