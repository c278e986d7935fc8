import { serviceRoleCaller } from '../cloudtrail';
import type { ApiCall, Caller } from '../cloudtrail';
import { effectsOf } from '../effects';
import type { EffectContext } from '../effects';

/** What AWS, or the code itself, changes to keep a service going. */
export function upkeepOf(
  context: EffectContext,
  workload: Caller,
): { call: ApiCall; by: Caller } | undefined {
  const { account, runtime } = context;
  const { outputs } = effectsOf(context)!;
  switch (runtime) {
    case 'ecs-fargate':
    case 'ecs-ec2':
      return {
        call: {
          eventSource: 'elasticloadbalancing.amazonaws.com',
          eventName: 'RegisterTargets',
          requestParameters: { targetGroupArn: outputs.target_group_arn },
          resources: [{ arn: outputs.target_group_arn }],
        },
        by: serviceRoleCaller(
          account,
          'AWSServiceRoleForECS',
          'ecs.amazonaws.com',
        ),
      };
    case 'ec2':
      return {
        call: {
          eventSource: 'autoscaling.amazonaws.com',
          eventName: 'SetInstanceHealth',
          requestParameters: {
            autoScalingGroupArn: outputs.auto_scaling_group_arn,
            healthStatus: 'Unhealthy',
          },
          resources: [{ arn: outputs.auto_scaling_group_arn }],
        },
        by: serviceRoleCaller(
          account,
          'AWSServiceRoleForAutoScaling',
          'autoscaling.amazonaws.com',
        ),
      };
    case 'lambda':
      return {
        call: {
          eventSource: 'logs.amazonaws.com',
          eventName: 'CreateLogStream',
          requestParameters: { logGroupName: outputs.log_group_arn },
        },
        by: workload,
      };
    default:
      return undefined;
  }
}
