import { z } from 'zod';
import type { CloudTrailRecord } from '../record';
import { parseSubject } from './parseSubject';

/** STS has given this access key to a run of HCP Terraform. */
export interface PipelineProof {
  accessKeyId: string;
  account: string;
  /** ISO 8601. */
  eventTime: string;
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

/**
 * What a record proves: AWS itself has written that it has checked the token of
 * one of the issuers and given out this key.
 */
export function proofOf(
  record: CloudTrailRecord,
  account: string,
  issuers: readonly string[],
): PipelineProof | undefined {
  const { eventName, eventSource, errorCode, userIdentity } = record;
  const provider = userIdentity.identityProvider ?? '';
  const isIssued =
    eventSource === 'sts.amazonaws.com' &&
    eventName === 'AssumeRoleWithWebIdentity' &&
    !errorCode &&
    issuers.some(issuer => provider.endsWith(`:oidc-provider/${issuer}`));
  const answer = response.safeParse(record.responseElements);
  if (!isIssued || !answer.success) {
    return undefined;
  }
  const subject = parseSubject(answer.data.subjectFromWebIdentityToken);
  return (
    subject && {
      ...subject,
      accessKeyId: answer.data.credentials.accessKeyId,
      account,
      eventTime: record.eventTime,
      claimedRunId: claimedRunId(
        request.safeParse(record.requestParameters).data?.roleSessionName,
      ),
    }
  );
}
