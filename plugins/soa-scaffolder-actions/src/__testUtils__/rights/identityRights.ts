import type { RightsOf } from './ResourceRights';

/** Of IAM and its like: roles, keys, shares and parameters. */
export const identityRights: RightsOf = {
  aws_iam_instance_profile: {
    source: 'cfn IAM::InstanceProfile',
    reads: 'iam:GetInstanceProfile,GetRole',
    makes:
      'iam:CreateInstanceProfile,TagInstanceProfile,AddRoleToInstanceProfile',
    changes:
      'iam:AddRoleToInstanceProfile,RemoveRoleFromInstanceProfile,DeleteInstanceProfile,TagInstanceProfile,UntagInstanceProfile',
  },
  // GitHub's: that of HCP Terraform is made where there are other credentials.
  aws_iam_openid_connect_provider: {
    source: 'cfn IAM::OIDCProvider',
    reads: 'iam:GetOpenIDConnectProvider',
    makes: 'iam:CreateOpenIDConnectProvider,TagOpenIDConnectProvider',
    changes:
      'iam:AddClientIDToOpenIDConnectProvider,RemoveClientIDFromOpenIDConnectProvider,UpdateOpenIDConnectProviderThumbprint,DeleteOpenIDConnectProvider,TagOpenIDConnectProvider,UntagOpenIDConnectProvider',
  },
  aws_iam_policy: {
    source: 'cfn IAM::ManagedPolicy',
    reads: 'iam:GetPolicy,GetPolicyVersion,ListPolicyVersions',
    makes: 'iam:CreatePolicy,TagPolicy',
    changes:
      'iam:CreatePolicyVersion,DeletePolicyVersion,DeletePolicy,TagPolicy,UntagPolicy',
  },
  aws_iam_role: {
    source: 'cfn IAM::Role; provider iam for what it looks for before deleting',
    reads:
      'iam:GetRole,ListRolePolicies,ListAttachedRolePolicies,ListInstanceProfilesForRole',
    makes: 'iam:CreateRole,TagRole',
    changes:
      'iam:UpdateRole,UpdateRoleDescription,UpdateAssumeRolePolicy,PutRolePermissionsBoundary,DeleteRole,TagRole,UntagRole',
  },
  aws_iam_role_policy: {
    source: 'cfn IAM::RolePolicy',
    reads: 'iam:GetRolePolicy',
    changes: 'iam:PutRolePolicy,DeleteRolePolicy',
  },
  aws_iam_role_policy_attachment: {
    source: 'provider iam',
    reads: 'iam:ListAttachedRolePolicies',
    changes: 'iam:AttachRolePolicy,DetachRolePolicy',
  },
  aws_kms_alias: {
    source: 'cfn KMS::Alias',
    reads: 'kms:ListAliases',
    makes: 'kms:CreateAlias',
    changes: 'kms:CreateAlias,UpdateAlias,DeleteAlias',
  },
  aws_kms_key: {
    source: 'cfn KMS::Key',
    reads: 'kms:DescribeKey,GetKeyPolicy,GetKeyRotationStatus,ListResourceTags',
    makes: 'kms:CreateKey,TagResource',
    // KMS looks whether who makes a key may change its policy later, and does not
    // see the tags that the key will have.
    makesWithout: {
      attribute: 'bypass_policy_lockout_safety_check',
      asks: 'kms:PutKeyPolicy',
    },
    changes:
      'kms:EnableKeyRotation,DisableKeyRotation,PutKeyPolicy,UpdateKeyDescription,ScheduleKeyDeletion,TagResource,UntagResource',
  },
  aws_ram_principal_association: {
    source: 'provider ram',
    reads: 'ram:GetResourceShareAssociations',
    changes: 'ram:AssociateResourceShare,DisassociateResourceShare',
  },
  aws_ram_resource_association: {
    source: 'provider ram; guide of VPC Lattice for its policy',
    reads: 'ram:GetResourceShareAssociations',
    changes:
      'ram:AssociateResourceShare,DisassociateResourceShare vpc-lattice:PutResourcePolicy,GetResourcePolicy,DeleteResourcePolicy',
  },
  aws_ram_resource_share: {
    source: 'cfn RAM::ResourceShare',
    reads: 'ram:GetResourceShares,ListResourceSharePermissions',
    makes: 'ram:CreateResourceShare,TagResource',
    changes:
      'ram:UpdateResourceShare,AssociateResourceSharePermission,DeleteResourceShare,TagResource,UntagResource',
  },
  aws_ssm_parameter: {
    source: 'cfn SSM::Parameter; provider ssm for DescribeParameters',
    reads:
      'ssm:GetParameter,GetParameters,DescribeParameters,ListTagsForResource',
    makes: 'ssm:PutParameter,AddTagsToResource',
    changes:
      'ssm:PutParameter,DeleteParameter,AddTagsToResource,RemoveTagsFromResource',
  },
};
