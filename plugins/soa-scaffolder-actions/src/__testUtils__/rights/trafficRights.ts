import type { RightsOf } from './ResourceRights';

const ELB_TAGS = 'AddTags,RemoveTags';

/** Of what brings requests to services: DNS, certificates, load balancers, firewalls. */
export const trafficRights: RightsOf = {
  aws_acm_certificate: {
    source: 'cfn CertificateManager::Certificate',
    reads: 'acm:DescribeCertificate,ListTagsForCertificate',
    makes: 'acm:RequestCertificate,AddTagsToCertificate',
    changes:
      'acm:UpdateCertificateOptions,DeleteCertificate,AddTagsToCertificate,RemoveTagsFromCertificate',
  },
  aws_acm_certificate_validation: {
    source: 'provider acm',
    reads: 'acm:DescribeCertificate',
  },
  aws_lb: {
    source: 'cfn ElasticLoadBalancingV2::LoadBalancer',
    reads:
      'elasticloadbalancing:DescribeLoadBalancers,DescribeLoadBalancerAttributes,DescribeCapacityReservation,DescribeTags ec2:DescribeNetworkInterfaces',
    makes:
      'elasticloadbalancing:CreateLoadBalancer,AddTags,ModifyLoadBalancerAttributes',
    changes: `elasticloadbalancing:ModifyLoadBalancerAttributes,SetSubnets,SetIpAddressType,SetSecurityGroups,DeleteLoadBalancer,${ELB_TAGS}`,
    links: 'elasticloadbalancing.amazonaws.com',
  },
  aws_lb_listener: {
    source: 'cfn ElasticLoadBalancingV2::Listener',
    reads:
      'elasticloadbalancing:DescribeListeners,DescribeListenerAttributes,DescribeTags',
    makes:
      'elasticloadbalancing:CreateListener,AddTags,ModifyListenerAttributes',
    changes: `elasticloadbalancing:ModifyListener,ModifyListenerAttributes,DeleteListener,${ELB_TAGS}`,
  },
  aws_lb_listener_rule: {
    source: 'cfn ElasticLoadBalancingV2::ListenerRule',
    reads: 'elasticloadbalancing:DescribeRules,DescribeTags',
    makes: 'elasticloadbalancing:CreateRule,AddTags',
    changes: `elasticloadbalancing:ModifyRule,SetRulePriorities,DeleteRule,${ELB_TAGS}`,
    shares: 'elasticloadbalancing:CreateRule',
  },
  aws_lb_target_group: {
    source: 'cfn ElasticLoadBalancingV2::TargetGroup',
    reads:
      'elasticloadbalancing:DescribeTargetGroups,DescribeTargetGroupAttributes,DescribeTags',
    makes:
      'elasticloadbalancing:CreateTargetGroup,AddTags,ModifyTargetGroupAttributes',
    changes: `elasticloadbalancing:ModifyTargetGroup,ModifyTargetGroupAttributes,DeleteTargetGroup,${ELB_TAGS}`,
  },
  aws_route53_health_check: {
    source: 'cfn Route53::HealthCheck',
    reads:
      'route53:GetHealthCheck,ListTagsForResource cloudwatch:DescribeAlarms',
    makes: 'route53:CreateHealthCheck,ChangeTagsForResource',
    changes:
      'route53:UpdateHealthCheck,DeleteHealthCheck,ChangeTagsForResource',
  },
  aws_route53_record: {
    source: 'provider route53',
    reads: 'route53:GetHostedZone,GetChange,ListResourceRecordSets',
    shares: 'route53:ChangeResourceRecordSets',
  },
  aws_route53_zone: {
    source: 'provider route53; cfn Route53::HostedZone',
    reads:
      'route53:GetHostedZone,GetChange,GetDNSSEC,ListResourceRecordSets,ListTagsForResource ec2:DescribeVpcs',
    makes: 'route53:CreateHostedZone,ChangeTagsForResource',
    changes:
      'route53:UpdateHostedZoneComment,AssociateVPCWithHostedZone,DisassociateVPCFromHostedZone,DeleteHostedZone,ChangeTagsForResource',
  },
  aws_service_discovery_http_namespace: {
    source: 'provider servicediscovery',
    reads: 'servicediscovery:GetNamespace,GetOperation,ListTagsForResource',
    makes: 'servicediscovery:CreateHttpNamespace,TagResource',
    changes:
      'servicediscovery:UpdateHttpNamespace,DeleteNamespace,TagResource,UntagResource',
  },
  aws_wafv2_web_acl: {
    source: 'cfn WAFv2::WebACL',
    reads: 'wafv2:GetWebACL,ListTagsForResource',
    makes: 'wafv2:CreateWebACL,TagResource',
    changes: 'wafv2:UpdateWebACL,DeleteWebACL,TagResource,UntagResource',
  },
  aws_wafv2_web_acl_association: {
    source:
      'cfn WAFv2::WebACLAssociation, for load balancers; AWS asks for both names of what they do',
    reads:
      'wafv2:GetWebACL,GetWebACLForResource elasticloadbalancing:GetLoadBalancerWebACL',
    makes: 'wafv2:AssociateWebACL',
    changes:
      'wafv2:AssociateWebACL,DisassociateWebACL elasticloadbalancing:SetWebACL,CreateWebACLAssociation,DeleteWebACLAssociation',
    shares: 'wafv2:AssociateWebACL',
  },
  aws_wafv2_web_acl_logging_configuration: {
    source: 'cfn WAFv2::LoggingConfiguration, for a log group',
    reads:
      'wafv2:GetLoggingConfiguration logs:DescribeLogGroups,DescribeResourcePolicies',
    changes:
      'wafv2:PutLoggingConfiguration,DeleteLoggingConfiguration logs:CreateLogDelivery,DeleteLogDelivery,PutResourcePolicy',
  },
};
