/** A record of CloudTrail, as far as the sandbox cloud writes it. */
export interface CloudTrailRecord {
  eventVersion: string;
  userIdentity: Record<string, unknown>;
  /** ISO 8601 without fractions of a second. */
  eventTime: string;
  eventSource: string;
  eventName: string;
  awsRegion: string;
  sourceIPAddress: string;
  userAgent: string;
  errorCode?: string;
  errorMessage?: string;
  requestParameters: Record<string, unknown> | null;
  responseElements: Record<string, unknown> | null;
  requestID: string;
  eventID: string;
  readOnly: boolean;
  resources?: Array<{ ARN: string; accountId: string; type?: string }>;
  eventType: string;
  managementEvent: boolean;
  recipientAccountId: string;
  eventCategory: 'Management';
  sessionCredentialFromConsole?: string;
}
