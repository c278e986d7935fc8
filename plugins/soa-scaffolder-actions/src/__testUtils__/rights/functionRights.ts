import type { RightsOf } from './ResourceRights';

/** Of functions on AWS Lambda. */
export const functionRights: RightsOf = {
  aws_lambda_function: {
    source:
      'cfn Lambda::Function; provider lambda for versions; provider ec2 for the network interfaces that a function leaves behind; guide of Lambda for images of its account',
    reads:
      'lambda:GetFunction,GetFunctionCodeSigningConfig,ListVersionsByFunction ec2:DescribeSecurityGroups,DescribeSubnets,DescribeVpcs,DescribeNetworkInterfaces',
    makes: 'lambda:CreateFunction,TagResource ec2:DeleteNetworkInterface',
    changes:
      'lambda:UpdateFunctionCode,UpdateFunctionConfiguration,PublishVersion,PutFunctionConcurrency,DeleteFunctionConcurrency,PutRuntimeManagementConfig,PutFunctionRecursionConfig,DeleteFunction,TagResource,UntagResource kms:Decrypt,Encrypt,GenerateDataKey,CreateGrant',
    shares:
      'kms:Decrypt,Encrypt,GenerateDataKey,CreateGrant ecr:GetRepositoryPolicy,SetRepositoryPolicy',
  },
  aws_lambda_function_event_invoke_config: {
    source: 'cfn Lambda::EventInvokeConfig',
    reads: 'lambda:GetFunctionEventInvokeConfig',
    changes:
      'lambda:PutFunctionEventInvokeConfig,UpdateFunctionEventInvokeConfig,DeleteFunctionEventInvokeConfig',
  },
  aws_lambda_function_url: {
    source: 'cfn Lambda::Url',
    reads: 'lambda:GetFunctionUrlConfig',
    changes:
      'lambda:CreateFunctionUrlConfig,UpdateFunctionUrlConfig,DeleteFunctionUrlConfig',
  },
  aws_lambda_permission: {
    source: 'cfn Lambda::Permission',
    reads: 'lambda:GetPolicy',
    changes: 'lambda:AddPermission,RemovePermission',
  },
};
