import type { Actor } from '@backstage-soa/plugin-soa-common';
import { claimedRunId, claimOf } from '../proof';
import type { PipelineProof } from '../proof';
import type { CloudTrailRecord } from '../record';
import type { AttributionIndex } from './AttributionIndex';

// AWS lets nobody else make roles below these paths; a name alone is free.
const SERVICE_ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/aws-service-role\//;
const SSO_ROLE =
  /^arn:aws[a-z-]*:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\//;

/** Who caused an event, of what AWS has written and what is proven. */
export function actorOf(
  record: CloudTrailRecord,
  context: {
    proof: PipelineProof | undefined;
    pipelineRoles: readonly string[];
    index: AttributionIndex;
  },
): Actor {
  const { proof, pipelineRoles, index } = context;
  const { userIdentity } = record;
  const { type, arn, accountId, invokedBy, userName, principalId } =
    userIdentity;
  const issuer = userIdentity.sessionContext?.sessionIssuer;
  const session =
    type === 'AssumedRole'
      ? principalId?.split(':').slice(1).join(':')
      : undefined;
  const named = (kind: Actor['kind'], name: string | undefined): Actor => ({
    kind,
    name: name ?? 'unknown',
    ...(arn && { arn }),
    ...(invokedBy && kind !== 'aws-service' && { invokedBy }),
  });

  if (proof) {
    return {
      ...named('pipeline', `${proof.organization}/${proof.workspace}`),
      ...(proof.runId && { runId: proof.runId, runUrl: proof.runUrl }),
      ...(proof.workspaceId && { workspaceId: proof.workspaceId }),
    };
  }
  const principal = issuer?.arn ?? arn;
  if (principal && pipelineRoles.includes(principal)) {
    return named('pipeline', issuer?.userName ?? userName ?? principal);
  }
  // A service that acts for a principal names itself, too: that alone says
  // nothing of whose doing it is.
  const isService =
    type === 'AWSService' ||
    (!type && invokedBy !== undefined) ||
    SERVICE_ROLE.test(issuer?.arn ?? '');
  if (isService) {
    return named('aws-service', invokedBy ?? userName);
  }
  if (accountId && index.accounts.size > 0 && !index.accounts.has(accountId)) {
    return named('external-account', arn ?? accountId);
  }
  if (type === 'Root') {
    return named('person', `root user of ${accountId}`);
  }
  if (type === 'IAMUser' || type === 'IdentityCenterUser') {
    return named('person', userName ?? arn);
  }
  if (SSO_ROLE.test(issuer?.arn ?? '')) {
    return named('person', session);
  }
  const runsCode =
    index.isTaskRole(issuer?.arn) ||
    userIdentity.inScopeOf !== undefined ||
    userIdentity.sessionContext?.ec2RoleDelivery !== undefined;
  if (runsCode) {
    return named('workload', issuer?.userName ?? arn);
  }
  const claim = claimedRunId(session) ?? claimOf(record);
  return {
    ...named('unknown', issuer?.userName ?? userName ?? arn ?? principalId),
    ...(claim && { claim: `claims to be ${claim}` }),
  };
}
