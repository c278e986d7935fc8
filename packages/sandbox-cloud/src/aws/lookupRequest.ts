import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CloudTrailRecord, LogPosition } from '../cloudtrail';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';
import { lookupAttribute } from './lookupAttributes';

const LARGEST_PAGE = 50;

const inputSchema = z.object({
  // In JSON 1.1, times are seconds since 1970.
  StartTime: z.number().optional(),
  EndTime: z.number().optional(),
  MaxResults: z.number().optional(),
  NextToken: z.string().optional(),
  LookupAttributes: z
    .array(z.object({ AttributeKey: z.string(), AttributeValue: z.string() }))
    .optional(),
});

const tokenSchema = z.object({
  query: z.string(),
  after: z.object({ eventTime: z.string(), eventID: z.string() }).optional(),
});

/** A request of LookupEvents, understood. */
export interface LookupRequest {
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  size: number;
  matches: (record: CloudTrailRecord) => boolean;
  /** Where the page before has ended. */
  after?: LogPosition;
  /** The token of a page that begins after this record. */
  tokenAfter: (position: LogPosition | undefined) => string;
}

/** @throws AwsError as CloudTrail does */
export function readLookupRequest(body: unknown, call: AwsCall): LookupRequest {
  const parsed = inputSchema.safeParse(body);
  if (!parsed.success) {
    throw new AwsError('SerializationException', z.prettifyError(parsed.error));
  }
  const { NextToken, ...input } = parsed.data;
  const { StartTime = 0, EndTime = Infinity } = input;
  if (StartTime > EndTime) {
    throw new AwsError(
      'InvalidTimeRangeException',
      'The start time is after the end time.',
    );
  }
  const size = input.MaxResults ?? LARGEST_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new AwsError(
      'InvalidMaxResultsException',
      'MaxResults must be between 1 and 50.',
    );
  }
  // A token is good for this account and Region, and these parameters.
  const query = createHash('sha256')
    .update(JSON.stringify([call.account, call.region, input]))
    .digest('base64url');
  return {
    start: StartTime * 1_000,
    end: EndTime * 1_000,
    size,
    matches: readAttributes(input.LookupAttributes ?? []),
    after: readToken(NextToken, query),
    tokenAfter: after =>
      Buffer.from(JSON.stringify({ query, after })).toString('base64url'),
  };
}

function readAttributes(
  attributes: Array<{ AttributeKey: string; AttributeValue: string }>,
): LookupRequest['matches'] {
  if (attributes.length === 0) {
    return () => true;
  }
  const [{ AttributeKey, AttributeValue }] = attributes;
  const valuesOf = lookupAttribute(AttributeKey);
  if (attributes.length > 1 || !valuesOf) {
    throw new AwsError(
      'InvalidLookupAttributesException',
      attributes.length > 1
        ? 'Only one lookup attribute may be given.'
        : `${AttributeKey} is no lookup attribute.`,
    );
  }
  return record => valuesOf(record).includes(AttributeValue);
}

function readToken(
  token: string | undefined,
  query: string,
): LogPosition | undefined {
  if (token === undefined) {
    return undefined;
  }
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    content = undefined;
  }
  const parsed = tokenSchema.safeParse(content);
  if (!parsed.success || parsed.data.query !== query) {
    throw new AwsError(
      'InvalidNextTokenException',
      'The token was made by a request with other parameters.',
    );
  }
  return parsed.data.after;
}
