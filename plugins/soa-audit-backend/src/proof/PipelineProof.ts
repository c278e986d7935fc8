import { z } from 'zod';
import type { CloudTrailRecord } from '../record';
import { parseSubject } from './parseSubject';
import { isTrusted } from './PipelineTrust';
import type { PipelineTrust } from './PipelineTrust';

/** STS has given this access key to a run of HCP Terraform. */
export interface PipelineProof {
  accessKeyId: string;
  account: string;
  /** ISO 8601. */
  eventTime: string;
  /** The host whose token it was. */
  issuer: string;
  organization: string;
  project: string;
  workspace: string;
  phase: string;
  /** What the session calls itself; the caller's choice. */
  claimedRunId?: string;
  /** The run, if HCP Terraform says that it is one of that workspace. */
  runId?: string;
  runUrl?: string;
  workspaceId?: string;
}

const SESSION = /^terraform-(run-[A-Za-z0-9]+)$/;

const request = z.looseObject({ roleSessionName: z.string().optional() });
const response = z.looseObject({
  subjectFromWebIdentityToken: z.string(),
  credentials: z.looseObject({ accessKeyId: z.string() }),
});

/** The run id in the name of a session; nobody has checked it. */
export function claimedRunId(sessionName: string | undefined) {
  return sessionName && SESSION.exec(sessionName)?.[1];
}

/** The run that the session which a record gives out calls itself. */
export function claimOf({ requestParameters }: CloudTrailRecord) {
  return claimedRunId(
    request.safeParse(requestParameters).data?.roleSessionName,
  );
}

/**
 * What a record proves: AWS itself has written that it has checked the token of
 * one of the issuers and given out this key to one of our organizations.
 */
export function proofOf(
  record: CloudTrailRecord,
  account: string,
  trust: PipelineTrust,
): PipelineProof | undefined {
  const { eventName, eventSource, errorCode, userIdentity } = record;
  // AWS takes providers of the role's own account only.
  const provider = `:iam::${account}:oidc-provider/`;
  const [partition, issuer] = (userIdentity.identityProvider ?? '').split(
    provider,
  );
  const isIssued =
    eventSource === 'sts.amazonaws.com' &&
    eventName === 'AssumeRoleWithWebIdentity' &&
    !errorCode &&
    /^arn:aws[a-z-]*$/.test(partition);
  const answer = isIssued
    ? response.safeParse(record.responseElements).data
    : undefined;
  const subject = answer && parseSubject(answer.subjectFromWebIdentityToken);
  if (!subject || !isTrusted({ issuer, ...subject }, trust)) {
    return undefined;
  }
  return {
    ...subject,
    issuer,
    accessKeyId: answer.credentials.accessKeyId,
    account,
    eventTime: record.eventTime,
    claimedRunId: claimOf(record),
  };
}
