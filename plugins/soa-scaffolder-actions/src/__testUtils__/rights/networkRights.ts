import type { RightsOf } from './ResourceRights';

const GROUPS = 'ec2:DescribeSecurityGroups,DescribeSecurityGroupRules';

/** Of Amazon EC2's networks. */
export const networkRights: RightsOf = {
  aws_default_route_table: {
    source: 'provider ec2: its routes are deleted as it is taken over',
    reads: 'ec2:DescribeRouteTables',
    makes: 'ec2:CreateTags,DeleteRoute',
    changes: 'ec2:CreateRoute,ReplaceRoute,DeleteRoute,CreateTags,DeleteTags',
  },
  aws_default_security_group: {
    source: 'provider ec2: its rules are revoked as it is taken over',
    reads: `${GROUPS} ec2:DescribeVpcs`,
    makes:
      'ec2:RevokeSecurityGroupIngress,RevokeSecurityGroupEgress,CreateTags',
    changes:
      'ec2:RevokeSecurityGroupIngress,RevokeSecurityGroupEgress,CreateTags,DeleteTags',
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    source:
      'cfn EC2::TransitGatewayVpcAttachment; provider ec2 for the route tables of the gateway that it reads',
    reads:
      'ec2:DescribeTransitGatewayVpcAttachments,DescribeTransitGateways,GetTransitGatewayRouteTableAssociations,GetTransitGatewayRouteTablePropagations',
    makes: 'ec2:CreateTransitGatewayVpcAttachment,CreateTags',
    changes:
      'ec2:ModifyTransitGatewayVpcAttachment,DeleteTransitGatewayVpcAttachment,CreateTags,DeleteTags',
    links: 'transitgateway.amazonaws.com',
  },
  aws_eip: {
    source: 'cfn EC2::EIP',
    reads: 'ec2:DescribeAddresses,DescribeAddressesAttribute',
    makes: 'ec2:AllocateAddress,CreateTags',
    changes:
      'ec2:AssociateAddress,DisassociateAddress,ReleaseAddress,CreateTags,DeleteTags',
  },
  aws_flow_log: {
    source: 'cfn EC2::FlowLog',
    reads: 'ec2:DescribeFlowLogs',
    makes: 'ec2:CreateFlowLogs,CreateTags logs:CreateLogDelivery',
    changes: 'ec2:DeleteFlowLogs,CreateTags,DeleteTags logs:DeleteLogDelivery',
  },
  aws_internet_gateway: {
    source: 'cfn EC2::InternetGateway, EC2::VPCGatewayAttachment',
    reads: 'ec2:DescribeInternetGateways',
    makes: 'ec2:CreateInternetGateway,AttachInternetGateway,CreateTags',
    changes:
      'ec2:DetachInternetGateway,DeleteInternetGateway,CreateTags,DeleteTags',
  },
  aws_nat_gateway: {
    source: 'cfn EC2::NatGateway',
    reads: 'ec2:DescribeNatGateways',
    makes: 'ec2:CreateNatGateway,CreateTags',
    changes: 'ec2:DeleteNatGateway,CreateTags,DeleteTags',
  },
  aws_network_acl: {
    source: 'cfn EC2::NetworkAcl; provider ec2 for entries and subnets',
    reads: 'ec2:DescribeNetworkAcls',
    makes:
      'ec2:CreateNetworkAcl,CreateNetworkAclEntry,ReplaceNetworkAclAssociation,CreateTags',
    changes:
      'ec2:CreateNetworkAclEntry,ReplaceNetworkAclEntry,DeleteNetworkAclEntry,ReplaceNetworkAclAssociation,DeleteNetworkAcl,CreateTags,DeleteTags',
  },
  aws_route: {
    source: 'cfn EC2::Route',
    reads: 'ec2:DescribeRouteTables',
    changes: 'ec2:CreateRoute,ReplaceRoute,DeleteRoute',
  },
  aws_route_table: {
    source: 'cfn EC2::RouteTable',
    reads: 'ec2:DescribeRouteTables',
    makes: 'ec2:CreateRouteTable,CreateTags',
    changes:
      'ec2:CreateRoute,ReplaceRoute,DeleteRoute,DisassociateRouteTable,DeleteRouteTable,CreateTags,DeleteTags',
  },
  aws_route_table_association: {
    source: 'cfn EC2::SubnetRouteTableAssociation',
    reads: 'ec2:DescribeRouteTables',
    changes:
      'ec2:AssociateRouteTable,ReplaceRouteTableAssociation,DisassociateRouteTable',
  },
  aws_security_group: {
    source:
      "cfn EC2::SecurityGroup; provider ec2: AWS's own rule for egress is revoked, network interfaces are looked for",
    reads: `${GROUPS} ec2:DescribeNetworkInterfaces,DescribeVpcs`,
    makes:
      'ec2:CreateSecurityGroup,CreateTags,RevokeSecurityGroupEgress,AuthorizeSecurityGroupEgress,AuthorizeSecurityGroupIngress',
    changes:
      'ec2:RevokeSecurityGroupEgress,RevokeSecurityGroupIngress,DeleteSecurityGroup,CreateTags,DeleteTags',
    shares: 'ec2:CreateSecurityGroup',
  },
  aws_subnet: {
    source: 'cfn EC2::Subnet; provider ec2',
    reads: 'ec2:DescribeSubnets,DescribeNetworkInterfaces',
    makes: 'ec2:CreateSubnet,CreateTags,ModifySubnetAttribute',
    changes: 'ec2:ModifySubnetAttribute,DeleteSubnet,CreateTags,DeleteTags',
  },
  aws_vpc: {
    source: 'cfn EC2::VPC; provider ec2 for what AWS makes along with it',
    reads:
      'ec2:DescribeVpcs,DescribeVpcAttribute,DescribeNetworkAcls,DescribeRouteTables,DescribeSecurityGroups,DescribeIpamPools,GetIpamPoolAllocations',
    makes:
      'ec2:CreateVpc,CreateTags,ModifyVpcAttribute,AllocateIpamPoolCidr,AssociateVpcCidrBlock',
    changes:
      'ec2:ModifyVpcAttribute,ModifyVpcTenancy,DisassociateVpcCidrBlock,DeleteVpc,CreateTags,DeleteTags',
  },
  aws_vpc_endpoint: {
    source: 'cfn EC2::VPCEndpoint',
    reads:
      'ec2:DescribeVpcEndpoints,DescribePrefixLists,DescribeSubnets,DescribeSecurityGroups,DescribeVpcs',
    makes: 'ec2:CreateVpcEndpoint,CreateTags',
    changes: 'ec2:ModifyVpcEndpoint,DeleteVpcEndpoints,CreateTags,DeleteTags',
  },
  aws_vpc_security_group_egress_rule: {
    source: 'cfn EC2::SecurityGroupEgress; provider ec2 for its tags',
    reads: 'ec2:DescribeSecurityGroupRules',
    makes: 'ec2:AuthorizeSecurityGroupEgress,CreateTags',
    changes:
      'ec2:ModifySecurityGroupRules,RevokeSecurityGroupEgress,CreateTags,DeleteTags',
  },
  aws_vpc_security_group_ingress_rule: {
    source: 'cfn EC2::SecurityGroupIngress; provider ec2 for its tags',
    reads: 'ec2:DescribeSecurityGroupRules',
    makes: 'ec2:AuthorizeSecurityGroupIngress,CreateTags',
    changes:
      'ec2:ModifySecurityGroupRules,RevokeSecurityGroupIngress,CreateTags,DeleteTags',
  },
};
