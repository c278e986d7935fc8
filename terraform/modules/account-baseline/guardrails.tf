resource "aws_s3_account_public_access_block" "this" {
  account_id              = var.account
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_ebs_snapshot_block_public_access" "this" {
  for_each = local.guarded_regions
  region   = each.value
  state    = "block-all-sharing"
}

resource "aws_ec2_image_block_public_access" "this" {
  for_each = local.guarded_regions
  region   = each.value
  state    = "block-new-sharing"
}

resource "aws_ec2_instance_metadata_defaults" "this" {
  for_each                    = local.guarded_regions
  region                      = each.value
  http_tokens                 = "required"
  http_put_response_hop_limit = var.metadata_hop_limit
}

resource "aws_iam_account_password_policy" "this" {
  allow_users_to_change_password = true
  minimum_password_length        = var.password_policy.minimum_length
  max_password_age               = var.password_policy.max_age_days
  password_reuse_prevention      = var.password_policy.reuse_prevention
  require_lowercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  require_uppercase_characters   = true
}

resource "aws_accessanalyzer_analyzer" "this" {
  for_each      = var.access_analyzer ? local.guarded_regions : []
  region        = each.value
  analyzer_name = "soa-account"
  type          = "ACCOUNT"
}

data "aws_vpcs" "default" {
  for_each = var.close_default_security_groups ? local.guarded_regions : []
  region   = each.value

  filter {
    name   = "is-default"
    values = ["true"]
  }
}

# Without rules: AWS's own let members of the group talk to each other and out.
resource "aws_default_security_group" "this" {
  for_each = merge([for region, vpcs in data.aws_vpcs.default : { for id in vpcs.ids : id => region }]...)
  region   = each.value
  vpc_id   = each.key
}
