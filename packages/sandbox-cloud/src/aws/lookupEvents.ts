import { createHash } from 'node:crypto';
import type { CloudTrailLog, CloudTrailRecord } from '../cloudtrail';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';

const CALLS_PER_SECOND = 2;
const LARGEST_PAGE = 50;
const NINETY_DAYS = 90 * 86_400_000;

interface Input {
  StartTime?: number;
  EndTime?: number;
  MaxResults?: number;
  NextToken?: string;
  LookupAttributes?: Array<{ AttributeKey: string; AttributeValue: string }>;
}

/** CloudTrail's LookupEvents, with its limits. */
export class LookupEvents {
  readonly #calls = new Map<string, number[]>();

  constructor(
    private readonly log: CloudTrailLog,
    private readonly now: () => number,
  ) {}

  answer(input: Input, call: AwsCall) {
    this.#throttle(call);
    const attributes = input.LookupAttributes ?? [];
    if (attributes.length > 1) {
      throw new AwsError(
        'InvalidLookupAttributesException',
        'Only one lookup attribute may be given.',
      );
    }
    const size = input.MaxResults ?? LARGEST_PAGE;
    if (size < 1 || size > LARGEST_PAGE) {
      throw new AwsError(
        'InvalidMaxResultsException',
        'MaxResults must be between 1 and 50.',
      );
    }
    const query = fingerprint(input);
    const start = this.#readToken(input.NextToken, query);
    const events = this.log
      .read(call.account, call.region)
      .filter(event => this.#isInTime(event, input))
      .filter(event => attributes.every(one => matches(event, one)));
    const end = start + size;
    return {
      Events: events.slice(start, end).map(toEvent),
      ...(end < events.length && { NextToken: `${query}.${end}` }),
    };
  }

  #throttle({ account, region }: AwsCall): void {
    const key = `${account}/${region}`;
    const now = this.now();
    const recent = (this.#calls.get(key) ?? []).filter(
      time => time > now - 1_000,
    );
    if (recent.length >= CALLS_PER_SECOND) {
      throw new AwsError('ThrottlingException', 'Rate exceeded');
    }
    this.#calls.set(key, [...recent, now]);
  }

  #isInTime(event: CloudTrailRecord, input: Input): boolean {
    const time = Date.parse(event.eventTime);
    const oldest = this.now() - NINETY_DAYS;
    return (
      time >= Math.max((input.StartTime ?? 0) * 1_000, oldest) &&
      time <= (input.EndTime ?? Number.POSITIVE_INFINITY) * 1_000
    );
  }

  #readToken(token: string | undefined, query: string): number {
    if (token === undefined) {
      return 0;
    }
    const [of, start] = token.split('.');
    if (of !== query) {
      throw new AwsError(
        'InvalidNextTokenException',
        'The token was made by a request with other parameters.',
      );
    }
    return Number(start);
  }
}

function fingerprint({ StartTime, EndTime, LookupAttributes }: Input): string {
  return createHash('sha256')
    .update(JSON.stringify([StartTime, EndTime, LookupAttributes]))
    .digest('hex')
    .slice(0, 16);
}

function matches(
  event: CloudTrailRecord,
  attribute: { AttributeKey: string; AttributeValue: string },
): boolean {
  const { AttributeKey, AttributeValue } = attribute;
  if (AttributeKey === 'ReadOnly') {
    return String(event.readOnly) === AttributeValue;
  }
  throw new AwsError(
    'InvalidLookupAttributesException',
    `The sandbox cloud does not look up by ${AttributeKey}.`,
  );
}

function toEvent(event: CloudTrailRecord) {
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: String(event.readOnly),
    AccessKeyId: event.userIdentity.accessKeyId,
    EventTime: Date.parse(event.eventTime) / 1_000,
    EventSource: event.eventSource,
    Username: event.userIdentity.userName,
    Resources: (event.resources ?? []).map(({ ARN, type }) => ({
      ResourceName: ARN,
      ResourceType: type,
    })),
    CloudTrailEvent: JSON.stringify(event),
  };
}
