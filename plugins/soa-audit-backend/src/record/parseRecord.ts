import { recordSchema } from './CloudTrailRecord';
import type { CloudTrailRecord } from './CloudTrailRecord';

/** A record that is understood, or why it is not. */
export type ParsedRecord =
  | { record: CloudTrailRecord; account: string }
  | { reason: string };

/**
 * Never throws, whatever it is given.
 *
 * @param shard - the account whose log it is from: a record that does not say
 *   is of that one, whoever has made the call
 */
export function parseRecord(value: unknown, shard: string): ParsedRecord {
  if (typeof value === 'string') {
    return { reason: 'record: is no JSON' };
  }
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return { reason: `${path.join('.') || 'record'}: ${message}` };
  }
  return {
    record: parsed.data,
    account: parsed.data.recipientAccountId ?? shard,
  };
}
