import type { RightsOf } from './ResourceRights';

const API = 'apigateway:POST,PATCH,PUT,DELETE';
const API_READS = 'apigateway:GET';

/** Of APIs, what moves versions, and what publishes sites. */
export const deploymentRights: RightsOf = {
  aws_apigatewayv2_api: {
    source: 'cfn ApiGatewayV2::Api; sar for its tags',
    reads: API_READS,
    makes: 'apigateway:POST,TagResource',
    changes: `${API},TagResource,UntagResource`,
    links: 'ops.apigateway.amazonaws.com',
  },
  aws_apigatewayv2_api_mapping: {
    source: 'cfn ApiGatewayV2::ApiMapping',
    reads: API_READS,
    changes: API,
  },
  aws_apigatewayv2_authorizer: {
    source: 'cfn ApiGatewayV2::Authorizer',
    reads: API_READS,
    changes: API,
  },
  aws_apigatewayv2_domain_name: {
    source: 'cfn ApiGatewayV2::DomainName; sar for its tags',
    reads: `${API_READS} acm:DescribeCertificate`,
    makes: 'apigateway:POST,TagResource',
    changes: `${API},TagResource,UntagResource`,
  },
  aws_apigatewayv2_integration: {
    source: 'cfn ApiGatewayV2::Integration',
    reads: API_READS,
    changes: API,
  },
  aws_apigatewayv2_route: {
    source: 'cfn ApiGatewayV2::Route',
    reads: API_READS,
    changes: API,
  },
  aws_apigatewayv2_stage: {
    source:
      'cfn ApiGatewayV2::Stage; guide of API Gateway for the access log of an HTTP API',
    reads: API_READS,
    makes:
      'apigateway:POST,TagResource logs:CreateLogDelivery,UpdateLogDelivery,GetLogDelivery,ListLogDeliveries,DescribeLogGroups,DescribeResourcePolicies,PutResourcePolicy',
    changes: `${API},TagResource,UntagResource logs:UpdateLogDelivery,DeleteLogDelivery`,
  },
  aws_cloudformation_stack: {
    source:
      'cfn CloudFormation::Stack and, in the name of the caller, Lambda::Alias; guide of CloudFormation for CodeDeployLambdaAliasUpdate',
    reads:
      'cloudformation:DescribeStacks,DescribeStackEvents,DescribeStackResources,GetTemplate lambda:GetAlias,GetFunction,GetProvisionedConcurrencyConfig codedeploy:GetDeployment,GetDeploymentConfig,GetApplicationRevision',
    makes:
      'cloudformation:CreateStack,TagResource lambda:CreateAlias,PutProvisionedConcurrencyConfig',
    changes:
      'cloudformation:UpdateStack,DeleteStack,TagResource,UntagResource lambda:UpdateAlias,DeleteAlias,PutProvisionedConcurrencyConfig,DeleteProvisionedConcurrencyConfig codedeploy:CreateDeployment,StopDeployment,RegisterApplicationRevision',
  },
  aws_cloudformation_stack_set: {
    source: 'cfn CloudFormation::StackSet',
    reads: 'cloudformation:DescribeStackSet,ListStackInstances',
    makes: 'cloudformation:CreateStackSet,TagResource',
    changes:
      'cloudformation:UpdateStackSet,DeleteStackSet,TagResource,UntagResource',
  },
  aws_cloudformation_stack_set_instance: {
    source: 'provider cloudformation',
    reads:
      'cloudformation:DescribeStackInstance,ListStackInstances,DescribeStackSetOperation,ListStackSetOperationResults organizations:DescribeOrganization',
    changes:
      'cloudformation:CreateStackInstances,UpdateStackInstances,DeleteStackInstances',
  },
  aws_cloudfront_distribution: {
    source: 'cfn CloudFront::Distribution; guide of AWS WAF for web ACLs',
    reads:
      'cloudfront:GetDistribution,GetDistributionConfig,ListTagsForResource acm:ListCertificates wafv2:GetWebACL',
    makes:
      'cloudfront:CreateDistribution,CreateDistributionWithTags,TagResource',
    changes:
      'cloudfront:UpdateDistribution,DeleteDistribution,TagResource,UntagResource',
  },
  aws_cloudfront_function: {
    source: 'cfn CloudFront::Function',
    reads: 'cloudfront:DescribeFunction,GetFunction',
    makes: 'cloudfront:CreateFunction,PublishFunction,TagResource',
    changes: 'cloudfront:UpdateFunction,PublishFunction,DeleteFunction',
  },
  aws_cloudfront_origin_access_control: {
    source: 'cfn CloudFront::OriginAccessControl',
    reads: 'cloudfront:GetOriginAccessControl',
    makes: 'cloudfront:CreateOriginAccessControl',
    changes: 'cloudfront:UpdateOriginAccessControl,DeleteOriginAccessControl',
  },
  aws_cloudfront_response_headers_policy: {
    source: 'cfn CloudFront::ResponseHeadersPolicy',
    reads: 'cloudfront:GetResponseHeadersPolicy',
    makes: 'cloudfront:CreateResponseHeadersPolicy',
    changes:
      'cloudfront:UpdateResponseHeadersPolicy,DeleteResponseHeadersPolicy',
  },
  aws_codedeploy_app: {
    source: 'cfn CodeDeploy::Application',
    reads: 'codedeploy:GetApplication,ListTagsForResource',
    makes: 'codedeploy:CreateApplication,TagResource',
    changes:
      'codedeploy:UpdateApplication,DeleteApplication,TagResource,UntagResource',
  },
  aws_codedeploy_deployment_config: {
    source: 'cfn CodeDeploy::DeploymentConfig',
    reads: 'codedeploy:GetDeploymentConfig',
    makes: 'codedeploy:CreateDeploymentConfig',
    changes: 'codedeploy:DeleteDeploymentConfig',
  },
  aws_codedeploy_deployment_group: {
    source: 'cfn CodeDeploy::DeploymentGroup',
    reads: 'codedeploy:GetDeploymentGroup,ListTagsForResource',
    makes: 'codedeploy:CreateDeploymentGroup,TagResource',
    changes:
      'codedeploy:UpdateDeploymentGroup,DeleteDeploymentGroup,TagResource,UntagResource',
  },
};
