import { record, serviceCaller, workloadCaller } from '../cloudtrail';
import type { ApiCall, CloudTrailRecord } from '../cloudtrail';
import { fraction } from '../deterministic';
import { effectsOf } from '../effects';
import type { EffectContext } from '../effects';
import { anyTime, everyDay } from './days';
import { upkeepOf } from './upkeepOf';

const READS: ApiCall[] = [
  { eventSource: 'secretsmanager.amazonaws.com', eventName: 'GetSecretValue' },
  { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt', readOnly: true },
  { eventSource: 'ssm.amazonaws.com', eventName: 'GetParameters' },
  { eventSource: 'sqs.amazonaws.com', eventName: 'GetQueueAttributes' },
];

/** Who hands its role to the code, by runtime. */
const HANDS_OUT_ROLES: Record<string, string> = {
  'ecs-fargate': 'ecs-tasks.amazonaws.com',
  'ecs-ec2': 'ecs-tasks.amazonaws.com',
  eks: 'pods.eks.amazonaws.com',
  lambda: 'lambda.amazonaws.com',
  ec2: 'ec2.amazonaws.com',
};

const DENIED_SHARE = 0.02;
const UPKEEP_SHARE = 0.3;

/** What a service's own code does, and AWS on its behalf. */
export function workloadHistory(
  context: EffectContext,
  now: number,
): CloudTrailRecord[] {
  const { service, key, account, region, runtime } = context;
  const { outputs } = effectsOf(context)!;
  const roleArn = outputs.task_role_arn;
  if (!roleArn) {
    return [];
  }
  const role = roleArn.split(':role/')[1];
  const workload = workloadCaller(account, role, runtime);
  return everyDay(day => {
    const dice = (what: string) => fraction(service, key, day, what);
    const moment = (what: string) => ({
      account,
      region,
      time: anyTime(now, day, service, key, what),
      id: JSON.stringify(['workload', service, key, day, what]),
    });
    const reads = READS.map(call =>
      record(
        dice(call.eventName) < DENIED_SHARE
          ? { ...call, ...denied(roleArn, call) }
          : call,
        workload,
        moment(call.eventName),
      ),
    );
    const handedOut = record(
      {
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRole',
        readOnly: true,
        requestParameters: { roleArn },
        resources: [{ arn: roleArn, type: 'AWS::IAM::Role' }],
      },
      serviceCaller(HANDS_OUT_ROLES[runtime]),
      moment('AssumeRole'),
    );
    const upkeep = dice('upkeep') < UPKEEP_SHARE && upkeepOf(context, workload);
    return [
      ...reads,
      handedOut,
      ...(upkeep ? [record(upkeep.call, upkeep.by, moment('upkeep'))] : []),
    ];
  });
}

function denied(arn: string, { eventSource, eventName }: ApiCall) {
  const action = `${eventSource.split('.')[0]}:${eventName}`;
  return {
    errorCode: 'AccessDenied',
    errorMessage: `User: ${arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
  };
}
