import {
  isOutOfBand,
  workspaceEntityRef,
} from '@backstage-soa/plugin-soa-common';
import type { Attribution, AuditEvent } from '@backstage-soa/plugin-soa-common';
import type { PipelineProof } from '../proof';
import { arnsOf, hasFailed, isSignIn, namedArns } from '../record';
import type { CloudTrailRecord } from '../record';
import { actorOf } from './actorOf';
import type { AssessmentSettings } from './AssessmentSettings';
import type { AttributionIndex } from './AttributionIndex';
import { mergeAttributions } from './mergeAttributions';

const READ = /^(Describe|Get|List|Head|Lookup|BatchGet|Search)/;

/** An event, with what is known of it beyond what is served. */
export interface Assessment {
  event: AuditEvent;
  /** The workspaces that it belongs to: `ws-…`. */
  workspaceIds: string[];
}

/** What is stored of an event, by an earlier assessment. */
export interface AssessedBefore
  extends Pick<AuditEvent, 'attributions'>,
    Pick<Assessment, 'workspaceIds'> {
  /** Whether only a part of the inventory was ever held against it. */
  isOfPart: boolean;
}

/**
 * A record as an event: who did what to whose.
 *
 * @param context - `before`: what it was taken for, if it is stored already
 */
export function assess(
  record: CloudTrailRecord,
  account: string,
  context: {
    index: AttributionIndex;
    proof: PipelineProof | undefined;
    settings: AssessmentSettings;
    before?: AssessedBefore;
  },
): Assessment {
  const { index, proof, settings, before } = context;
  const isKept = (entityRef: string) =>
    !settings.reconsidered.includes(entityRef);
  const arns = arnsOf(record);
  const facts = {
    account,
    workspace: proof && {
      id: proof.workspaceId,
      name: `${proof.organization}/${proof.workspace}`,
    },
    roleArn: record.userIdentity.sessionContext?.sessionIssuer?.arn,
    arns: namedArns(record),
    userAgent: record.userAgent ?? undefined,
  };
  // What it was on comes first: that is what people are shown of it.
  const isActedOn = (arn: string) => facts.arns.actedOn.has(arn);
  const past = before?.attributions ?? [];
  const now = index
    .attribute(facts)
    .filter(one => !isLeftOver(one, before, isKept));
  // A sign-in may come after the calls of its session. Until then everybody on a
  // shared resource was taken for the owner of what a run makes there.
  const isRunNews = hasRun(now) && !hasRun(past);
  const attributions = mergeAttributions(
    now,
    past.filter(
      ({ entityRef, rule }) =>
        isKept(entityRef) && !(isRunNews && rule === 'resource'),
    ),
  );
  const workspaceIds = new Set([
    ...index.workspacesOf(facts),
    ...(isRunNews ? [] : before?.workspaceIds ?? []).filter(id =>
      isKept(workspaceEntityRef(id)),
    ),
  ]);
  const event = {
    eventId: record.eventID,
    eventTime: new Date(record.eventTime).toISOString(),
    eventName: record.eventName,
    eventSource: record.eventSource,
    accountId: account,
    region: record.awsRegion,
    readOnly: record.readOnly ?? READ.test(record.eventName),
    failed: hasFailed(record),
    errorCode: record.errorCode,
    errorMessage: record.errorMessage,
    actor: actorOf(record, { index, proof, ...settings }),
    sourceIp: record.sourceIPAddress,
    userAgent: record.userAgent ?? undefined,
    console: isConsole(record),
    resources: [...arns]
      .sort(([a], [b]) => Number(isActedOn(b)) - Number(isActedOn(a)))
      .map(([arn, type]) => ({ arn, ...(type && { type }) })),
    attributions,
  };
  // CloudTrail calls it a write when somebody signs in; nothing has changed by it.
  const change = { ...event, readOnly: event.readOnly || isSignIn(record) };
  return {
    event: {
      ...event,
      outOfBand: isOutOfBand(change, settings.minimumConfidence),
    },
    workspaceIds: [...workspaceIds].sort(),
  };
}

/**
 * Whether somebody would get what is another's already, for being alone in the
 * account now: the others may have been there when it happened, or be missing from
 * the inventory for one reading. It makes nothing surer either.
 */
function isLeftOver(
  { entityRef, rule, confidence }: Attribution,
  before: AssessedBefore | undefined,
  isKept: (entityRef: string) => boolean,
): boolean {
  if (rule !== 'account' || !before || before.isOfPart || !isKept(entityRef)) {
    return false;
  }
  const past = before.attributions.filter(one => isKept(one.entityRef));
  return (
    past.length > 0 &&
    !past.some(
      one => one.entityRef === entityRef && one.confidence >= confidence,
    )
  );
}

function hasRun(attributions: readonly Attribution[]): boolean {
  return attributions.some(({ rule }) => rule === 'run');
}

function isConsole(record: CloudTrailRecord): boolean {
  return (
    String(record.sessionCredentialFromConsole) === 'true' ||
    record.eventType === 'AwsConsoleAction'
  );
}
