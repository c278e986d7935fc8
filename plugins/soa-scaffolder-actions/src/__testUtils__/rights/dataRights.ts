import type { RightsOf } from './ResourceRights';

const NOTHING = { source: 'provider: it asks nobody' };

/** What data sources of our modules read. */
export const dataRights: RightsOf = {
  aws_availability_zones: {
    source: 'provider ec2',
    reads: 'ec2:DescribeAvailabilityZones',
  },
  // STS lets everybody do that.
  aws_caller_identity: {
    source: 'provider sts',
    reads: 'sts:GetCallerIdentity',
  },
  aws_default_tags: NOTHING,
  aws_ec2_managed_prefix_list: {
    source: 'provider ec2',
    reads: 'ec2:DescribeManagedPrefixLists,GetManagedPrefixListEntries',
  },
  aws_ecs_service: {
    source: 'provider ecs',
    reads: 'ecs:DescribeServices,ListTagsForResource',
  },
  aws_eks_cluster: { source: 'provider eks', reads: 'eks:DescribeCluster' },
  aws_eks_clusters: { source: 'provider eks', reads: 'eks:ListClusters' },
  aws_lb: {
    source: 'provider elbv2',
    reads:
      'elasticloadbalancing:DescribeLoadBalancers,DescribeLoadBalancerAttributes,DescribeTags',
  },
  // More in the management account, but for return_organization_only.
  aws_organizations_organization: {
    source: 'provider organizations',
    reads: 'organizations:DescribeOrganization',
  },
  aws_partition: NOTHING,
  aws_region: NOTHING,
  aws_resourcegroupstaggingapi_resources: {
    source: 'provider resourcegroupstaggingapi',
    reads: 'tag:GetResources',
  },
  aws_route53_zone: {
    source: 'provider route53',
    reads: 'route53:ListHostedZones,GetHostedZone,ListTagsForResource',
  },
  // The platform's, and those of Amazon's images.
  aws_ssm_parameter: {
    source: 'provider ssm',
    reads: 'ssm:GetParameter',
    readsOf: [
      'arn:aws:ssm:us-east-1:ACCOUNT:parameter/soa/platform/prod/vpc-id',
      'arn:aws:ssm:us-east-1::parameter/aws/service/ami/recommended',
    ],
  },
  aws_vpc: {
    source: 'provider ec2',
    reads:
      'ec2:DescribeVpcs,DescribeVpcAttribute,DescribeRouteTables,DescribeNetworkAcls,DescribeSecurityGroups',
  },
  aws_vpc_endpoint_service: {
    source: 'provider ec2',
    reads: 'ec2:DescribeVpcEndpointServices',
  },
  aws_vpclattice_service: {
    source: 'provider vpclattice',
    reads: 'vpc-lattice:GetService,ListServices,ListTagsForResource',
  },
  aws_vpclattice_service_network: {
    source: 'provider vpclattice',
    reads: 'vpc-lattice:GetServiceNetwork,ListTagsForResource',
  },
  aws_vpcs: { source: 'provider ec2', reads: 'ec2:DescribeVpcs' },
};
