import { InputError } from '@backstage/errors';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import type { EventPlace } from '../store';

/** Says after which event a page begins; new events do not move it. */
export function encodeCursor({ eventTime, eventId }: AuditEvent): string {
  return Buffer.from(JSON.stringify([eventTime, eventId])).toString(
    'base64url',
  );
}

/** @throws InputError if it is none of ours */
export function decodeCursor(
  cursor: string | undefined,
): EventPlace | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const [eventTime, eventId] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (isPlain(eventTime) && isPlain(eventId)) {
      return { eventTime, eventId };
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
