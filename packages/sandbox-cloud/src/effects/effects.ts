import type { ApiCall } from '../cloudtrail';
import type { EffectContext } from './EffectContext';

/** What an apply does: the calls that it makes and the outputs that it leaves. */
export interface Effects {
  create: ApiCall[];
  update: ApiCall[];
  outputs: Record<string, string>;
  /** How many resources the state holds. */
  resourceCount: number;
}

/** The ARN of something in the placement's account and Region. */
function arn(context: EffectContext, service: string, rest: string): string {
  return `arn:aws:${service}:${context.region}:${context.account}:${rest}`;
}

function roleArn(context: EffectContext): string {
  return `arn:aws:iam::${context.account}:role/soa/${context.service}-${context.key}-task`;
}

function createRole(context: EffectContext): ApiCall {
  const roleName = `${context.service}-${context.key}-task`;
  return {
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateRole',
    global: true,
    requestParameters: { roleName, path: '/soa/' },
    responseElements: { role: { roleName, arn: roleArn(context) } },
    resources: [{ arn: roleArn(context), type: 'AWS::IAM::Role' }],
  };
}

function createLogGroup(context: EffectContext): ApiCall {
  return {
    eventSource: 'logs.amazonaws.com',
    eventName: 'CreateLogGroup',
    requestParameters: {
      logGroupName: `/soa/${context.service}-${context.key}`,
    },
  };
}

function logGroupArn(context: EffectContext): string {
  return arn(
    context,
    'logs',
    `log-group:/soa/${context.service}-${context.key}`,
  );
}

function ecs(context: EffectContext): Effects {
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
    },
    resourceCount: 9,
  };
}

function eks(context: EffectContext): Effects {
  const clusterArn = arn(context, 'eks', 'cluster/runtime-eks');
  const associationArn = arn(
    context,
    'eks',
    `podidentityassociation/runtime-eks/a-${context.service}-${context.key}`,
  );
  const association: Omit<ApiCall, 'eventName'> = {
    eventSource: 'eks.amazonaws.com',
    requestParameters: {
      name: 'runtime-eks',
      namespace: context.service,
      serviceAccount: context.service,
      roleArn: roleArn(context),
    },
    responseElements: { association: { associationArn } },
    resources: [
      { arn: associationArn, type: 'AWS::EKS::PodIdentityAssociation' },
    ],
  };
  return {
    create: [
      createRole(context),
      { ...association, eventName: 'CreatePodIdentityAssociation' },
    ],
    update: [{ ...association, eventName: 'UpdatePodIdentityAssociation' }],
    outputs: {
      cluster_arn: clusterArn,
      pod_identity_association_arn: associationArn,
      task_role_arn: roleArn(context),
    },
    resourceCount: 5,
  };
}

function lambda(context: EffectContext): Effects {
  const functionName = `${context.service}-${context.key}`;
  const functionArn = arn(context, 'lambda', `function:${functionName}`);
  const common = {
    eventSource: 'lambda.amazonaws.com',
    requestParameters: { functionName },
    responseElements: { functionName, functionArn },
    resources: [{ arn: functionArn, type: 'AWS::Lambda::Function' }],
  };
  return {
    create: [
      createLogGroup(context),
      createRole(context),
      { ...common, eventName: 'CreateFunction20150331' },
    ],
    update: [{ ...common, eventName: 'UpdateFunctionCode20150331v2' }],
    outputs: {
      function_arn: functionArn,
      task_role_arn: roleArn(context),
      log_group_arn: logGroupArn(context),
    },
    resourceCount: 6,
  };
}

function ec2(context: EffectContext): Effects {
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
    resourceCount: 7,
  };
}

function staticSite(context: EffectContext): Effects {
  const bucketName = `acme-${context.service}-${context.key}`;
  const bucketArn = `arn:aws:s3:::${bucketName}`;
  const distributionArn = `arn:aws:cloudfront::${context.account}:distribution/E${context.account}`;
  const distribution: Omit<ApiCall, 'eventName'> = {
    eventSource: 'cloudfront.amazonaws.com',
    global: true,
    responseElements: { distribution: { aRN: distributionArn } },
    resources: [
      { arn: distributionArn, type: 'AWS::CloudFront::Distribution' },
    ],
  };
  return {
    create: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'CreateBucket',
        requestParameters: { bucketName },
        resources: [{ arn: bucketArn, type: 'AWS::S3::Bucket' }],
      },
      { ...distribution, eventName: 'CreateDistribution' },
    ],
    update: [{ ...distribution, eventName: 'UpdateDistribution' }],
    outputs: { bucket_arn: bucketArn, distribution_arn: distributionArn },
    resourceCount: 6,
  };
}

const byRuntime: Record<string, (context: EffectContext) => Effects> = {
  'ecs-fargate': ecs,
  'ecs-ec2': ecs,
  eks,
  lambda,
  ec2,
  'static-site': staticSite,
};

/** The effects of applying a placement; `undefined` for a runtime not known. */
export function effectsOf(context: EffectContext): Effects | undefined {
  return byRuntime[context.runtime]?.(context);
}
