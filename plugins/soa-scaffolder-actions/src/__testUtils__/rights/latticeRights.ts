import type { RightsOf } from './ResourceRights';

const LATTICE_TAGS = 'TagResource,UntagResource';

/** Of Amazon VPC Lattice. */
export const latticeRights: RightsOf = {
  aws_vpclattice_access_log_subscription: {
    source: 'cfn VpcLattice::AccessLogSubscription, for a log group',
    reads:
      'vpc-lattice:GetAccessLogSubscription,ListTagsForResource logs:DescribeLogGroups,DescribeResourcePolicies',
    makes:
      'vpc-lattice:CreateAccessLogSubscription,TagResource logs:CreateLogDelivery,GetLogDelivery,PutResourcePolicy',
    changes: `vpc-lattice:UpdateAccessLogSubscription,DeleteAccessLogSubscription,${LATTICE_TAGS} logs:UpdateLogDelivery,DeleteLogDelivery`,
  },
  aws_vpclattice_auth_policy: {
    source: 'cfn VpcLattice::AuthPolicy',
    reads: 'vpc-lattice:GetAuthPolicy',
    changes: 'vpc-lattice:PutAuthPolicy,DeleteAuthPolicy',
  },
  aws_vpclattice_listener: {
    source: 'cfn VpcLattice::Listener',
    reads: 'vpc-lattice:GetListener,ListTagsForResource',
    makes: 'vpc-lattice:CreateListener,TagResource',
    changes: `vpc-lattice:UpdateListener,DeleteListener,${LATTICE_TAGS}`,
  },
  aws_vpclattice_resource_configuration: {
    source: 'cfn VpcLattice::ResourceConfiguration',
    reads: 'vpc-lattice:GetResourceConfiguration,ListTagsForResource',
    makes: 'vpc-lattice:CreateResourceConfiguration,TagResource',
    changes: `vpc-lattice:UpdateResourceConfiguration,DeleteResourceConfiguration,${LATTICE_TAGS}`,
  },
  aws_vpclattice_resource_gateway: {
    source: 'cfn VpcLattice::ResourceGateway',
    reads:
      'vpc-lattice:GetResourceGateway,ListTagsForResource ec2:DescribeVpcs,DescribeSubnets,DescribeSecurityGroups',
    makes: 'vpc-lattice:CreateResourceGateway,TagResource',
    changes: `vpc-lattice:UpdateResourceGateway,DeleteResourceGateway,${LATTICE_TAGS}`,
    links: 'vpc-lattice.amazonaws.com',
  },
  aws_vpclattice_service: {
    source: 'cfn VpcLattice::Service',
    reads: 'vpc-lattice:GetService,ListTagsForResource',
    makes: 'vpc-lattice:CreateService,TagResource',
    changes: `vpc-lattice:UpdateService,DeleteService,${LATTICE_TAGS}`,
    links: 'vpc-lattice.amazonaws.com',
  },
  aws_vpclattice_service_network: {
    source: 'cfn VpcLattice::ServiceNetwork',
    reads: 'vpc-lattice:GetServiceNetwork,ListTagsForResource',
    makes: 'vpc-lattice:CreateServiceNetwork,TagResource',
    changes: `vpc-lattice:UpdateServiceNetwork,DeleteServiceNetwork,${LATTICE_TAGS}`,
    links: 'vpc-lattice.amazonaws.com',
  },
  aws_vpclattice_service_network_resource_association: {
    source: 'cfn VpcLattice::ServiceNetworkResourceAssociation',
    reads:
      'vpc-lattice:GetServiceNetworkResourceAssociation,ListTagsForResource',
    makes: 'vpc-lattice:CreateServiceNetworkResourceAssociation,TagResource',
    changes: `vpc-lattice:DeleteServiceNetworkResourceAssociation,${LATTICE_TAGS}`,
  },
  aws_vpclattice_service_network_service_association: {
    source: 'cfn VpcLattice::ServiceNetworkServiceAssociation',
    reads:
      'vpc-lattice:GetServiceNetworkServiceAssociation,ListTagsForResource',
    makes: 'vpc-lattice:CreateServiceNetworkServiceAssociation,TagResource',
    changes: `vpc-lattice:DeleteServiceNetworkServiceAssociation,${LATTICE_TAGS}`,
    shares: 'vpc-lattice:CreateServiceNetworkServiceAssociation',
  },
  aws_vpclattice_service_network_vpc_association: {
    source: 'cfn VpcLattice::ServiceNetworkVpcAssociation',
    reads:
      'vpc-lattice:GetServiceNetworkVpcAssociation,ListTagsForResource ec2:DescribeSecurityGroups,DescribeVpcs',
    makes: 'vpc-lattice:CreateServiceNetworkVpcAssociation,TagResource',
    changes: `vpc-lattice:UpdateServiceNetworkVpcAssociation,DeleteServiceNetworkVpcAssociation,${LATTICE_TAGS}`,
    shares: 'vpc-lattice:CreateServiceNetworkVpcAssociation',
  },
  aws_vpclattice_target_group: {
    source: 'cfn VpcLattice::TargetGroup',
    reads:
      'vpc-lattice:GetTargetGroup,ListTargets,ListTagsForResource ec2:DescribeVpcs,DescribeInstances,DescribeSubnets,DescribeAvailabilityZoneMappings',
    makes: 'vpc-lattice:CreateTargetGroup,TagResource',
    changes: `vpc-lattice:UpdateTargetGroup,DeleteTargetGroup,DeregisterTargets,${LATTICE_TAGS}`,
    links: 'vpc-lattice.amazonaws.com',
  },
  aws_vpclattice_target_group_attachment: {
    source: 'provider vpclattice',
    reads: 'vpc-lattice:ListTargets',
    changes: 'vpc-lattice:RegisterTargets,DeregisterTargets',
  },
};
