import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';
import { arn } from './arn';
import { createRole, roleArn } from './taskRole';

export function ec2Effects(context: EffectContext): Effects {
  const autoScalingGroupName = `${context.service}-${context.key}`;
  const autoScalingGroupArn = arn(
    context,
    'autoscaling',
    `autoScalingGroup:00000000-0000-4000-8000-000000000000:autoScalingGroupName/${autoScalingGroupName}`,
  );
  const common = {
    eventSource: 'autoscaling.amazonaws.com',
    requestParameters: { autoScalingGroupName, autoScalingGroupArn },
    resources: [
      { arn: autoScalingGroupArn, type: 'AWS::AutoScaling::AutoScalingGroup' },
    ],
  };
  return {
    create: [
      createRole(context),
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateLaunchTemplate',
        requestParameters: { launchTemplateName: autoScalingGroupName },
      },
      { ...common, eventName: 'CreateAutoScalingGroup' },
    ],
    update: [{ ...common, eventName: 'UpdateAutoScalingGroup' }],
    outputs: {
      auto_scaling_group_arn: autoScalingGroupArn,
      task_role_arn: roleArn(context),
    },
    resources: [
      'module.service.aws_iam_role.this',
      'module.service.aws_iam_instance_profile.this',
      'module.service.aws_security_group.this',
      'module.service.aws_vpc_security_group_egress_rule.https',
      'module.service.aws_lb_target_group.this[0]',
      'module.service.aws_launch_template.this',
      'module.service.aws_autoscaling_group.this',
    ],
  };
}
