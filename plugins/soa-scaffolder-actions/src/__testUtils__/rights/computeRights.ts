import type { RightsOf } from './ResourceRights';

const ECS_TAGS = 'TagResource,UntagResource';
const EKS_TAGS = 'TagResource,UntagResource';
const SCALING =
  'application-autoscaling:RegisterScalableTarget,DeregisterScalableTarget,TagResource,UntagResource';

/** Of what runs containers and instances. */
export const computeRights: RightsOf = {
  aws_appautoscaling_policy: {
    source: 'cfn ApplicationAutoScaling::ScalingPolicy',
    reads: 'application-autoscaling:DescribeScalingPolicies',
    changes: 'application-autoscaling:PutScalingPolicy,DeleteScalingPolicy',
  },
  aws_appautoscaling_target: {
    source:
      'cfn ApplicationAutoScaling::ScalableTarget, for services of ECS, which it asks in the name of the caller',
    reads:
      'application-autoscaling:DescribeScalableTargets,ListTagsForResource ecs:DescribeServices cloudwatch:DescribeAlarms',
    makes: 'application-autoscaling:RegisterScalableTarget,TagResource',
    changes: `${SCALING} ecs:UpdateService cloudwatch:PutMetricAlarm,DeleteAlarms`,
    links: 'ecs.application-autoscaling.amazonaws.com',
  },
  aws_autoscaling_group: {
    source:
      'cfn AutoScaling::AutoScalingGroup; guide of Auto Scaling for launch templates; provider autoscaling for force_delete and instance_refresh',
    reads:
      'autoscaling:DescribeAutoScalingGroups,DescribeScalingActivities,DescribeInstanceRefreshes,DescribeLoadBalancerTargetGroups,DescribeTrafficSources,DescribeWarmPool ec2:DescribeLaunchTemplateVersions,DescribeSubnets,DescribeImages elasticloadbalancing:DescribeTargetHealth',
    makes:
      'autoscaling:CreateAutoScalingGroup,CreateOrUpdateTags,EnableMetricsCollection,PutLifecycleHook ec2:RunInstances,CreateTags',
    changes:
      'autoscaling:UpdateAutoScalingGroup,CreateOrUpdateTags,DeleteTags,EnableMetricsCollection,DisableMetricsCollection,AttachTrafficSources,DetachTrafficSources,AttachLoadBalancerTargetGroups,DetachLoadBalancerTargetGroups,StartInstanceRefresh,CancelInstanceRefresh,SuspendProcesses,ResumeProcesses,SetInstanceProtection,PutLifecycleHook,DeleteLifecycleHook,DeleteAutoScalingGroup ec2:RunInstances',
    shares: 'ec2:RunInstances',
    links: 'autoscaling.amazonaws.com spot.amazonaws.com',
  },
  aws_autoscaling_policy: {
    source: 'cfn AutoScaling::ScalingPolicy',
    reads: 'autoscaling:DescribePolicies',
    changes: 'autoscaling:PutScalingPolicy,DeletePolicy',
  },
  aws_autoscaling_traffic_source_attachment: {
    source:
      'provider autoscaling; cfn AutoScaling::AutoScalingGroup for VPC Lattice',
    reads:
      'autoscaling:DescribeTrafficSources vpc-lattice:GetTargetGroup,ListTargets',
    changes:
      'autoscaling:AttachTrafficSources,DetachTrafficSources vpc-lattice:RegisterTargets,DeregisterTargets',
  },
  aws_ecs_capacity_provider: {
    source: 'cfn ECS::CapacityProvider',
    reads: 'ecs:DescribeCapacityProviders,ListTagsForResource',
    makes:
      'ecs:CreateCapacityProvider,TagResource autoscaling:CreateOrUpdateTags',
    changes: `ecs:UpdateCapacityProvider,DeleteCapacityProvider,${ECS_TAGS} autoscaling:CreateOrUpdateTags,UpdateAutoScalingGroup`,
    links: 'ecs.amazonaws.com',
  },
  aws_ecs_cluster: {
    source: 'cfn ECS::Cluster',
    reads: 'ecs:DescribeClusters,ListTagsForResource',
    makes: 'ecs:CreateCluster,TagResource',
    changes: `ecs:UpdateCluster,UpdateClusterSettings,DeleteCluster,${ECS_TAGS}`,
    links: 'ecs.amazonaws.com',
  },
  aws_ecs_cluster_capacity_providers: {
    source: 'cfn ECS::ClusterCapacityProviderAssociations',
    reads: 'ecs:DescribeClusters',
    changes: 'ecs:PutClusterCapacityProviders',
  },
  aws_ecs_service: {
    source: 'cfn ECS::Service',
    reads:
      'ecs:DescribeServices,DescribeServiceDeployments,DescribeServiceRevisions,ListServiceDeployments,ListTagsForResource',
    makes: 'ecs:CreateService,TagResource',
    changes: `ecs:UpdateService,StopServiceDeployment,DeleteService,${ECS_TAGS}`,
    shares: 'ecs:CreateService',
    links: 'ecs.amazonaws.com',
  },
  aws_ecs_task_definition: {
    source: 'cfn ECS::TaskDefinition',
    reads: 'ecs:DescribeTaskDefinition,ListTagsForResource iam:GetRole',
    makes: 'ecs:RegisterTaskDefinition,TagResource',
    changes: `ecs:DeregisterTaskDefinition,${ECS_TAGS}`,
  },
  aws_eks_access_entry: {
    source: 'cfn EKS::AccessEntry',
    reads: 'eks:DescribeAccessEntry,ListAssociatedAccessPolicies',
    makes: 'eks:CreateAccessEntry,TagResource',
    changes: `eks:UpdateAccessEntry,DeleteAccessEntry,${EKS_TAGS}`,
  },
  aws_eks_access_policy_association: {
    source: 'provider eks',
    reads: 'eks:ListAssociatedAccessPolicies',
    changes: 'eks:AssociateAccessPolicy,DisassociateAccessPolicy',
  },
  aws_eks_addon: {
    source: 'cfn EKS::Addon',
    reads: 'eks:DescribeAddon,DescribeUpdate iam:GetRole',
    makes: 'eks:CreateAddon,CreatePodIdentityAssociation,TagResource',
    changes: `eks:UpdateAddon,DeleteAddon,DeletePodIdentityAssociation,${EKS_TAGS}`,
  },
  aws_eks_cluster: {
    source: 'cfn EKS::Cluster',
    reads:
      'eks:DescribeCluster,DescribeUpdate ec2:DescribeSubnets,DescribeVpcs iam:GetRole,ListAttachedRolePolicies kms:DescribeKey',
    makes: 'eks:CreateCluster,CreateAccessEntry,TagResource kms:CreateGrant',
    changes: `eks:UpdateClusterConfig,UpdateClusterVersion,DeleteCluster,${EKS_TAGS}`,
    links: 'eks.amazonaws.com',
  },
  aws_eks_node_group: {
    source: 'cfn EKS::Nodegroup',
    reads:
      'eks:DescribeNodegroup,DescribeUpdate,ListUpdates iam:GetRole,ListAttachedRolePolicies ec2:DescribeLaunchTemplates,DescribeLaunchTemplateVersions,DescribeSubnets,DescribeVpcs,DescribeSecurityGroups,DescribeKeyPairs,DescribeRouteTables',
    makes: 'eks:CreateNodegroup,TagResource ec2:RunInstances,CreateTags',
    changes: `eks:UpdateNodegroupConfig,UpdateNodegroupVersion,DeleteNodegroup,${EKS_TAGS} ec2:RunInstances`,
    links: 'eks-nodegroup.amazonaws.com',
  },
  aws_eks_pod_identity_association: {
    source: 'cfn EKS::PodIdentityAssociation',
    reads: 'eks:DescribePodIdentityAssociation iam:GetRole',
    makes: 'eks:CreatePodIdentityAssociation,TagResource',
    changes: `eks:UpdatePodIdentityAssociation,DeletePodIdentityAssociation,${EKS_TAGS}`,
    shares: 'eks:CreatePodIdentityAssociation',
  },
  aws_launch_template: {
    source: 'cfn EC2::LaunchTemplate; provider ec2 for its default version',
    reads: 'ec2:DescribeLaunchTemplates,DescribeLaunchTemplateVersions',
    makes: 'ec2:CreateLaunchTemplate,CreateTags',
    changes:
      'ec2:CreateLaunchTemplateVersion,ModifyLaunchTemplate,DeleteLaunchTemplate,CreateTags,DeleteTags',
  },
};
