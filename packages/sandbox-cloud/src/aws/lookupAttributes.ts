import type { CloudTrailRecord } from '../cloudtrail';

const LOOKUP_ATTRIBUTES: Record<
  string,
  (record: CloudTrailRecord) => readonly unknown[]
> = {
  AccessKeyId: ({ userIdentity }) => [userIdentity.accessKeyId],
  EventId: ({ eventID }) => [eventID],
  EventName: ({ eventName }) => [eventName],
  EventSource: ({ eventSource }) => [eventSource],
  ReadOnly: ({ readOnly }) => [String(readOnly)],
  ResourceName: ({ resources = [] }) => resources.map(({ ARN }) => ARN),
  ResourceType: ({ resources = [] }) => resources.map(({ type }) => type),
  Username: record => [userNameOf(record)],
};

/** What CloudTrail looks a record up by; `undefined` if there is no such key. */
export function lookupAttribute(
  key: string,
): ((record: CloudTrailRecord) => readonly unknown[]) | undefined {
  return Object.hasOwn(LOOKUP_ATTRIBUTES, key)
    ? LOOKUP_ATTRIBUTES[key]
    : undefined;
}

/** The user's name; of a session, what it calls itself. */
export function userNameOf({
  userIdentity,
}: CloudTrailRecord): string | undefined {
  const { type, userName, principalId, invokedBy } = userIdentity as Record<
    string,
    string | undefined
  >;
  return type === 'AssumedRole'
    ? principalId?.split(':').slice(1).join(':')
    : userName ?? invokedBy;
}
