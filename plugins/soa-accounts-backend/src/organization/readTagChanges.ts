import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { CloudTrailClient, Event } from '@aws-sdk/client-cloudtrail';
import { allPages } from './allPages';

const ORGANIZATIONS = 'organizations.amazonaws.com';
const CHANGES = ['TagResource', 'UntagResource'];
// Throttled at two requests a second, this is long for one of them.
const PAGE_TIMEOUT_MS = 60_000;

/**
 * Asks CloudTrail whose tags have changed. It is asked for the names of changes:
 * whoever asks for all that AWS Organizations has done is given back each read of the
 * inventory itself.
 *
 * @param options - `client`: in the Region in which AWS Organizations answers
 * @returns the time of the last change of each account, in ISO 8601
 */
export async function readTagChanges(options: {
  client: CloudTrailClient;
  since: Date;
  signal?: AbortSignal;
}): Promise<Map<string, string>> {
  const { client, since, signal } = options;
  const changes = new Map<string, string>();
  for (const AttributeValue of CHANGES) {
    // Of whole records, a busy account has more than memory.
    const told = await allPages(async NextToken => {
      const timeout = AbortSignal.timeout(PAGE_TIMEOUT_MS);
      const page = await client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }],
          StartTime: since,
          NextToken,
        }),
        { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout },
      );
      return {
        items: page.Events?.flatMap(event => changeOf(event) ?? []),
        next: page.NextToken,
      };
    });
    for (const { accountId, time } of told) {
      if (time > (changes.get(accountId) ?? '')) {
        changes.set(accountId, time);
      }
    }
  }
  return changes;
}

/** Whose tags an event has changed, and when, if it has. */
function changeOf(
  event: Event,
): { accountId: string; time: string } | undefined {
  const accountId = accountOf(event);
  const time = event.EventTime?.toISOString();
  return accountId && time ? { accountId, time } : undefined;
}

/** The account whose tags an event has changed, if it has. */
function accountOf(event: Event): string | undefined {
  if (event.EventSource !== ORGANIZATIONS || !event.CloudTrailEvent) {
    return undefined;
  }
  try {
    const record: unknown = JSON.parse(event.CloudTrailEvent);
    const { errorCode, requestParameters } = record as {
      errorCode?: string;
      requestParameters?: { resourceId?: unknown } | null;
    };
    const id = requestParameters?.resourceId;
    return !errorCode && typeof id === 'string' && /^\d{12}$/.test(id)
      ? id
      : undefined;
  } catch {
    return undefined;
  }
}
