import type { CloudTrailRecord } from '../record';

/** The access keys that a record acts with, and that it has given out. */
export function accessKeysOf({
  userIdentity,
  responseElements,
}: CloudTrailRecord): string[] {
  const issued = (
    responseElements as { credentials?: { accessKeyId?: unknown } } | undefined
  )?.credentials?.accessKeyId;
  return [userIdentity.accessKeyId, issued].flatMap(key =>
    typeof key === 'string' ? [key] : [],
  );
}
