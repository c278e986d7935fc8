import type { ApiCall } from '../cloudtrail';

const READS: Record<string, Pick<ApiCall, 'eventSource' | 'eventName'>> = {
  cluster_arn: {
    eventSource: 'ecs.amazonaws.com',
    eventName: 'DescribeClusters',
  },
  service_arn: {
    eventSource: 'ecs.amazonaws.com',
    eventName: 'DescribeServices',
  },
  target_group_arn: {
    eventSource: 'elasticloadbalancing.amazonaws.com',
    eventName: 'DescribeTargetGroups',
  },
  log_group_arn: {
    eventSource: 'logs.amazonaws.com',
    eventName: 'DescribeLogGroups',
  },
  function_arn: {
    eventSource: 'lambda.amazonaws.com',
    eventName: 'GetFunction20150331v2',
  },
  auto_scaling_group_arn: {
    eventSource: 'autoscaling.amazonaws.com',
    eventName: 'DescribeAutoScalingGroups',
  },
  bucket_arn: {
    eventSource: 's3.amazonaws.com',
    eventName: 'GetBucketPolicy',
  },
};

const GLOBAL_READS: typeof READS = {
  oidc_provider_arn: {
    eventSource: 'iam.amazonaws.com',
    eventName: 'GetOpenIDConnectProvider',
  },
  deploy_boundary_arn: {
    eventSource: 'iam.amazonaws.com',
    eventName: 'GetPolicy',
  },
  task_role_arn: { eventSource: 'iam.amazonaws.com', eventName: 'GetRole' },
  distribution_arn: {
    eventSource: 'cloudfront.amazonaws.com',
    eventName: 'GetDistribution',
  },
};

/** What Terraform reads of what a workspace has made, before it plans. */
export function refreshCalls(
  outputs: Readonly<Record<string, string>>,
): ApiCall[] {
  return Object.entries(outputs).flatMap(([output, arn]) => {
    const isGlobal = output in GLOBAL_READS;
    const call = isGlobal ? GLOBAL_READS[output] : READS[output];
    // Clusters of EKS and those of ECS have an output of the same name.
    const read =
      output === 'cluster_arn' && arn.startsWith('arn:aws:eks:')
        ? { eventSource: 'eks.amazonaws.com', eventName: 'DescribeCluster' }
        : call;
    return read ? [{ ...read, global: isGlobal, resources: [{ arn }] }] : [];
  });
}
