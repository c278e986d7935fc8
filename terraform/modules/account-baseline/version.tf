locals {
  # Raise it with whatever accounts should be seen to have: a further guardrail,
  # wider rights. The account's workspace shows it as an output, too.
  baseline_version = "1.0.0"
}

# A member account cannot tag itself in AWS Organizations. This is what whoever
# looks into the account finds, by name or by tag.
resource "aws_ssm_parameter" "version" {
  name        = "/soa/baseline/version"
  description = "The version of the account's baseline"
  type        = "String"
  value       = local.baseline_version

  tags = { "soa-baseline-version" = local.baseline_version }

  # Last, so that it is never ahead of what it speaks of.
  depends_on = [
    aws_accessanalyzer_analyzer.this,
    aws_budgets_budget.account,
    aws_default_security_group.this,
    aws_ebs_default_kms_key.this,
    aws_ebs_encryption_by_default.this,
    aws_ebs_snapshot_block_public_access.this,
    aws_ec2_image_block_public_access.this,
    aws_ec2_instance_metadata_defaults.this,
    aws_eks_access_entry.deploy,
    aws_iam_account_password_policy.this,
    aws_iam_openid_connect_provider.github,
    aws_iam_role_policy.own,
    aws_iam_role_policy.portal,
    aws_iam_role_policy_attachment.further,
    aws_iam_role_policy_attachment.runtime,
    aws_s3_account_public_access_block.this,
  ]
}
