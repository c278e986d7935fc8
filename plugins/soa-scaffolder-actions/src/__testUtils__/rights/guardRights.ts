import type { RightsOf } from './ResourceRights';

/** Of what guards an account. */
export const guardRights: RightsOf = {
  aws_accessanalyzer_analyzer: {
    source: 'cfn AccessAnalyzer::Analyzer',
    reads: 'access-analyzer:GetAnalyzer,ListTagsForResource',
    makes: 'access-analyzer:CreateAnalyzer,TagResource',
    changes: 'access-analyzer:DeleteAnalyzer,TagResource,UntagResource',
    links: 'access-analyzer.amazonaws.com',
  },
  aws_budgets_budget: {
    source: 'provider budgets; sar: ViewBudget is all of reading',
    reads: 'budgets:ViewBudget,ListTagsForResource',
    makes: 'budgets:ModifyBudget,TagResource',
    changes: 'budgets:ModifyBudget,TagResource,UntagResource',
  },
  aws_ebs_default_kms_key: {
    source: 'provider ec2',
    reads: 'ec2:GetEbsDefaultKmsKeyId',
    makes: 'ec2:ModifyEbsDefaultKmsKeyId',
    changes: 'ec2:ModifyEbsDefaultKmsKeyId,ResetEbsDefaultKmsKeyId',
  },
  aws_ebs_encryption_by_default: {
    source: 'provider ec2',
    reads: 'ec2:GetEbsEncryptionByDefault',
    makes: 'ec2:EnableEbsEncryptionByDefault',
    changes: 'ec2:EnableEbsEncryptionByDefault,DisableEbsEncryptionByDefault',
  },
  aws_ebs_snapshot_block_public_access: {
    source: 'provider ec2',
    reads: 'ec2:GetSnapshotBlockPublicAccessState',
    makes: 'ec2:EnableSnapshotBlockPublicAccess',
    changes:
      'ec2:EnableSnapshotBlockPublicAccess,DisableSnapshotBlockPublicAccess',
  },
  aws_ec2_image_block_public_access: {
    source: 'provider ec2',
    reads: 'ec2:GetImageBlockPublicAccessState',
    makes: 'ec2:EnableImageBlockPublicAccess',
    changes: 'ec2:EnableImageBlockPublicAccess,DisableImageBlockPublicAccess',
  },
  aws_ec2_instance_metadata_defaults: {
    source: 'provider ec2',
    reads: 'ec2:GetInstanceMetadataDefaults',
    makes: 'ec2:ModifyInstanceMetadataDefaults',
    changes: 'ec2:ModifyInstanceMetadataDefaults',
  },
  aws_iam_account_password_policy: {
    source: 'provider iam',
    reads: 'iam:GetAccountPasswordPolicy',
    makes: 'iam:UpdateAccountPasswordPolicy',
    changes: 'iam:UpdateAccountPasswordPolicy,DeleteAccountPasswordPolicy',
  },
  aws_s3_account_public_access_block: {
    source: 'provider s3control',
    reads: 's3:GetAccountPublicAccessBlock',
    makes: 's3:PutAccountPublicAccessBlock',
    changes: 's3:PutAccountPublicAccessBlock',
  },
};
