import { isOutOfBand } from '@backstage-soa/plugin-soa-common';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import type { PipelineProof } from '../proof';
import { arnsOf } from '../record';
import type { CloudTrailRecord } from '../record';
import { actorOf } from './actorOf';
import type { AttributionIndex } from './AttributionIndex';

const READ = /^(Describe|Get|List|Head|Lookup|BatchGet|Search)/;

/** An event, with what is known of it beyond what is served. */
export interface Assessment {
  event: AuditEvent;
  /** The workspaces that it belongs to: `ws-…`. */
  workspaceIds: string[];
}

/** A record as an event: who did what to whose. */
export function assess(
  record: CloudTrailRecord,
  account: string,
  context: {
    index: AttributionIndex;
    proof: PipelineProof | undefined;
    pipelineRoles: readonly string[];
    minimumConfidence: number;
  },
): Assessment {
  const { index, proof, minimumConfidence } = context;
  const actor = actorOf(record, context);
  const arns = arnsOf(record);
  const facts = {
    account,
    workspace: proof && `${proof.organization}/${proof.workspace}`,
    roleArn: record.userIdentity.sessionContext?.sessionIssuer?.arn,
    arns: [...arns.keys()],
    userAgent: record.userAgent ?? undefined,
  };
  const attributions = index.attribute(facts);
  const event = {
    eventId: record.eventID,
    eventTime: new Date(record.eventTime).toISOString(),
    eventName: record.eventName,
    eventSource: record.eventSource,
    accountId: account,
    region: record.awsRegion,
    readOnly: record.readOnly ?? READ.test(record.eventName),
    failed: record.errorCode !== undefined,
    errorCode: record.errorCode,
    errorMessage: record.errorMessage,
    actor,
    sourceIp: record.sourceIPAddress,
    userAgent: record.userAgent ?? undefined,
    console: isConsole(record),
    resources: [...arns].map(([arn, type]) => ({ arn, ...(type && { type }) })),
    attributions,
  };
  return {
    event: { ...event, outOfBand: isOutOfBand(event, minimumConfidence) },
    workspaceIds: index.workspacesOf(facts),
  };
}

function isConsole(record: CloudTrailRecord): boolean {
  return (
    String(record.sessionCredentialFromConsole) === 'true' ||
    record.eventType === 'AwsConsoleAction'
  );
}
