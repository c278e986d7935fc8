import { createHash } from 'node:crypto';
import type { KeptTags } from './KeptTags';

/**
 * Whether the tags of an account have to be read again: they never were, the last
 * attempt has failed, CloudTrail has told of a change that they do not hold, or
 * they are too old.
 *
 * Times of changes are held against each other only, as AWS and this machine need
 * not agree on what time it is.
 */
export function areDue(
  accountId: string,
  kept: KeptTags | undefined,
  {
    changedAt,
    maxAge,
    now,
  }: {
    /** ISO 8601. */
    changedAt: string | undefined;
    /** Milliseconds. */
    maxAge: number;
    now: Date;
  },
): boolean {
  if (!kept?.readAt) {
    return true;
  }
  if (changedAt && changedAt > (kept.changedAt ?? '')) {
    return true;
  }
  const age = now.getTime() - Date.parse(kept.readAt);
  return age >= maxAge * shareOf(accountId);
}

/**
 * The part of the greatest age that an account's tags come to, between half of it
 * and all: those that were first read at once do not fall due at once.
 */
function shareOf(accountId: string): number {
  const hash = createHash('sha256').update(accountId).digest().readUInt32BE(0);
  return 0.5 + hash / 2 ** 33;
}
