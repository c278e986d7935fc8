import type { ApiCall } from '../cloudtrail';

/** What people change by hand when they are in a hurry. */
export function consoleChange(
  outputs: Readonly<Record<string, string>>,
): ApiCall | undefined {
  const {
    service_arn: serviceArn,
    function_arn: functionArn,
    auto_scaling_group_arn: autoScalingGroupArn,
    distribution_arn: distributionArn,
    pod_identity_association_arn: associationArn,
  } = outputs;
  if (serviceArn) {
    return {
      eventSource: 'ecs.amazonaws.com',
      eventName: 'UpdateService',
      requestParameters: { service: serviceArn, desiredCount: 6 },
      responseElements: { service: { serviceArn, desiredCount: 6 } },
      resources: [{ arn: serviceArn, type: 'AWS::ECS::Service' }],
    };
  }
  if (functionArn) {
    return {
      eventSource: 'lambda.amazonaws.com',
      eventName: 'UpdateFunctionConfiguration20150331v2',
      requestParameters: { functionName: functionArn, memorySize: 1024 },
      responseElements: { functionArn, memorySize: 1024 },
      resources: [{ arn: functionArn, type: 'AWS::Lambda::Function' }],
    };
  }
  if (autoScalingGroupArn) {
    return {
      eventSource: 'autoscaling.amazonaws.com',
      eventName: 'SetDesiredCapacity',
      requestParameters: { autoScalingGroupArn, desiredCapacity: 6 },
      resources: [
        {
          arn: autoScalingGroupArn,
          type: 'AWS::AutoScaling::AutoScalingGroup',
        },
      ],
    };
  }
  if (distributionArn) {
    return {
      eventSource: 'cloudfront.amazonaws.com',
      eventName: 'CreateInvalidation',
      global: true,
      requestParameters: { invalidationBatch: { paths: { items: ['/*'] } } },
      resources: [
        { arn: distributionArn, type: 'AWS::CloudFront::Distribution' },
      ],
    };
  }
  return associationArn
    ? {
        eventSource: 'eks.amazonaws.com',
        eventName: 'TagResource',
        requestParameters: {
          resourceArn: associationArn,
          tags: { 'on-call': 'yes' },
        },
        resources: [
          { arn: associationArn, type: 'AWS::EKS::PodIdentityAssociation' },
        ],
      }
    : undefined;
}
