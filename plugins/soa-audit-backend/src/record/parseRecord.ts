import { recordSchema } from './CloudTrailRecord';
import type { CloudTrailRecord } from './CloudTrailRecord';

/** A record that is understood, or why it is not. */
export type ParsedRecord =
  | { record: CloudTrailRecord; account: string }
  | { reason: string };

/** Never throws, whatever it is given. */
export function parseRecord(value: unknown): ParsedRecord {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return { reason: `${path.join('.') || 'record'}: ${message}` };
  }
  const { recipientAccountId, userIdentity } = parsed.data;
  const account = recipientAccountId ?? userIdentity.accountId;
  return account && /^\d{12}$/.test(account)
    ? { record: parsed.data, account }
    : { reason: 'recipientAccountId: is missing' };
}
