import { uuid } from '../deterministic';
import type { CloudTrailRecord } from './CloudTrailRecord';
import type { Caller } from './identities';

/** An API call, without who made it and when. */
export interface ApiCall {
  eventSource: string;
  eventName: string;
  readOnly?: boolean;
  requestParameters?: Record<string, unknown>;
  responseElements?: Record<string, unknown>;
  resources?: Array<{ arn: string; type?: string }>;
  /** Calls of global services are logged in us-east-1. */
  global?: boolean;
  errorCode?: string;
  errorMessage?: string;
}

/** Where and when a call was made. */
export interface Moment {
  account: string;
  region: string;
  /** Milliseconds since 1970. */
  time: number;
  /** What tells it from every other call; the event's id is made of it. */
  id: string;
}

/** Writes a call down as CloudTrail does. */
export function record(
  call: ApiCall,
  by: Caller,
  moment: Moment,
): CloudTrailRecord {
  const { account, region, time, id } = moment;
  const readOnly = call.readOnly ?? /^(Describe|Get|List)/.test(call.eventName);
  return {
    eventVersion: '1.11',
    userIdentity: by.userIdentity,
    eventTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    eventSource: call.eventSource,
    eventName: call.eventName,
    // A run of what is in no Region calls there, too.
    awsRegion: call.global || region === 'global' ? 'us-east-1' : region,
    sourceIPAddress: by.sourceIPAddress,
    userAgent: by.userAgent,
    ...(call.errorCode && {
      errorCode: call.errorCode,
      errorMessage: call.errorMessage,
    }),
    requestParameters: call.requestParameters ?? null,
    responseElements: call.errorCode ? null : call.responseElements ?? null,
    requestID: uuid(id, 'request'),
    eventID: uuid(id, call.eventName),
    readOnly,
    ...(call.resources && {
      resources: call.resources.map(({ arn, type }) => ({
        ARN: arn,
        accountId: account,
        ...(type && { type }),
      })),
    }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    ...(by.console && { sessionCredentialFromConsole: 'true' }),
  };
}
