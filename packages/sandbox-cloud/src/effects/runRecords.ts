import { pipelineCaller, record } from '../cloudtrail';
import type { ApiCall, CloudTrailRecord } from '../cloudtrail';
import type { EffectContext } from './EffectContext';

/** How far apart the calls of a run are. */
export const CALL_SPACING_MS = 200;

/** What a phase of a run leaves in CloudTrail: it takes on its role, then acts. */
export function runRecords(options: {
  run: { id: string; organization: string; project: string; workspace: string };
  phase: 'plan' | 'apply';
  context: EffectContext;
  calls: readonly ApiCall[];
  /** Milliseconds since 1970, of the first call. */
  time: number;
  /** What STS says where the role is not given out: then nothing more is called. */
  refusal?: string;
}): CloudTrailRecord[] {
  const { run, phase, context, calls, time, refusal } = options;
  const { account, region } = context;
  const caller = pipelineCaller({ ...run, phase, account });
  const roleSessionName = `terraform-${run.id}`;
  const assume: ApiCall = {
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRoleWithWebIdentity',
    readOnly: true,
    requestParameters: {
      roleArn: `arn:aws:iam::${account}:role/${caller.role}`,
      roleSessionName,
    },
    responseElements: {
      subjectFromWebIdentityToken: caller.subject,
      audience: 'aws.workload.identity',
      provider: `arn:aws:iam::${account}:oidc-provider/app.terraform.io`,
      credentials: {
        accessKeyId: caller.accessKeyId,
        sessionToken: 'simulated-session-token',
        expiration: new Date(time + 3_600_000).toISOString(),
      },
      assumedRoleUser: {
        arn: `arn:aws:sts::${account}:assumed-role/${run.workspace}-${phase}/${roleSessionName}`,
      },
    },
  };
  const at = (index: number) => ({
    account,
    region,
    time: time + index * CALL_SPACING_MS,
    id: `${run.id}/${phase}/${index}`,
  });
  if (refusal) {
    const refused = {
      ...assume,
      errorCode: 'AccessDenied',
      errorMessage: refusal,
    };
    return [record(refused, caller.webIdentity, at(0))];
  }
  return [
    record(assume, caller.webIdentity, at(0)),
    ...calls.map((call, index) => record(call, caller.session, at(index + 1))),
  ];
}
