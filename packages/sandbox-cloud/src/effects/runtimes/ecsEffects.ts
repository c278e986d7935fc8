import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';
import { arn } from './arn';
import { createLogGroup, logGroupArn } from './logGroup';
import { createRole, roleArn } from './taskRole';
import { urlOf } from './urlOf';

export function ecsEffects(context: EffectContext): Effects {
  const name = `${context.service}-${context.key}`;
  const clusterArn = arn(context, 'ecs', 'cluster/runtime-ecs');
  const serviceArn = arn(context, 'ecs', `service/runtime-ecs/${name}`);
  const targetGroupArn = arn(
    context,
    'elasticloadbalancing',
    `targetgroup/${name}/0123456789abcdef`,
  );
  const service = {
    requestParameters: { cluster: 'runtime-ecs', service: name },
    responseElements: { service: { serviceArn, clusterArn, status: 'ACTIVE' } },
    resources: [{ arn: serviceArn, type: 'AWS::ECS::Service' }],
  };
  const taskDefinition: ApiCall = {
    eventSource: 'ecs.amazonaws.com',
    eventName: 'RegisterTaskDefinition',
    requestParameters: { family: name, taskRoleArn: roleArn(context) },
    responseElements: {
      taskDefinition: {
        taskDefinitionArn: arn(context, 'ecs', `task-definition/${name}:1`),
      },
    },
  };
  return {
    create: [
      createLogGroup(context),
      createRole(context),
      {
        eventSource: 'elasticloadbalancing.amazonaws.com',
        eventName: 'CreateTargetGroup',
        requestParameters: { name },
        responseElements: { targetGroups: [{ targetGroupArn }] },
        resources: [
          {
            arn: targetGroupArn,
            type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
          },
        ],
      },
      taskDefinition,
      {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'CreateService',
        ...service,
      },
    ],
    update: [
      taskDefinition,
      {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'UpdateService',
        ...service,
      },
    ],
    outputs: {
      service_arn: serviceArn,
      cluster_arn: clusterArn,
      target_group_arn: targetGroupArn,
      task_role_arn: roleArn(context),
      log_group_arn: logGroupArn(context),
      url: urlOf(context),
    },
    resources: [
      'module.service.aws_cloudwatch_log_group.this',
      'module.service.aws_iam_role.execution',
      'module.service.aws_iam_role.task',
      'module.service.aws_iam_role_policy.log',
      'module.service.aws_security_group.this',
      'module.service.aws_vpc_security_group_egress_rule.https',
      'module.service.aws_lb_target_group.this[0]',
      'module.service.aws_ecs_task_definition.this',
      'module.service.aws_ecs_service.this',
    ],
  };
}
