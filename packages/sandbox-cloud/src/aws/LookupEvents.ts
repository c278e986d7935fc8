import type {
  CloudTrailLog,
  CloudTrailRecord,
  LogPosition,
} from '../cloudtrail';
import type { Misbehaviour } from '../misbehaviour';
import type { AwsCall } from './AwsCall';
import { CallLimit } from './CallLimit';
import { userNameOf } from './lookupAttributes';
import { readLookupRequest } from './lookupRequest';

const CALLS_PER_SECOND = 2;
const NINETY_DAYS = 90 * 86_400_000;

/** CloudTrail's LookupEvents, with its limits. */
export class LookupEvents {
  readonly #limit: CallLimit;

  constructor(
    private readonly options: {
      log: CloudTrailLog;
      misbehaviour: Misbehaviour;
      now: () => number;
    },
  ) {
    this.#limit = new CallLimit(CALLS_PER_SECOND, options.now);
  }

  answer(body: unknown, call: AwsCall) {
    const { log, misbehaviour, now } = this.options;
    this.#limit.count(call.account, call.region);
    const request = readLookupRequest(body, call);
    const isOdd = (kind: 'empty-page' | 'repeat-events') =>
      misbehaviour.isOdd(kind, 'cloudtrail', 'LookupEvents');
    if (isOdd('empty-page')) {
      return { Events: [], NextToken: request.tokenAfter(request.after) };
    }
    const copies = isOdd('repeat-events') ? 2 : 1;
    const size = Math.max(1, Math.floor(request.size / copies));

    const start = Math.max(request.start, now() - NINETY_DAYS);
    const found: CloudTrailRecord[] = [];
    let last: LogPosition | undefined;
    let isMore = false;
    for (const record of log.read(call.account, call.region, {
      now: now(),
      after: request.after,
    })) {
      const time = Date.parse(record.eventTime);
      if (time < start) {
        break;
      }
      if (time <= request.end && request.matches(record)) {
        isMore = found.length === size;
        if (isMore) {
          break;
        }
        found.push(record);
        last = { eventTime: record.eventTime, eventID: record.eventID };
      }
    }
    return {
      Events: found.flatMap(record => Array(copies).fill(toEvent(record))),
      ...(isMore && { NextToken: request.tokenAfter(last) }),
    };
  }
}

function toEvent(record: CloudTrailRecord) {
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    AccessKeyId: record.userIdentity.accessKeyId,
    EventTime: Date.parse(record.eventTime) / 1_000,
    EventSource: record.eventSource,
    Username: userNameOf(record),
    Resources: (record.resources ?? []).map(({ ARN, type }) => ({
      ResourceName: ARN,
      ResourceType: type,
    })),
    CloudTrailEvent: JSON.stringify(record),
  };
}
