locals {
  name     = "${var.service}-${var.key}"
  platform = "/soa/platform/${var.environment}"
  account  = data.aws_caller_identity.current.account_id

  # What people see of CloudFront is global; what belongs to it is kept there.
  cloudfront_region = "us-east-1"

  hash       = substr(sha256(local.name), 0, 8)
  role_name  = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"
  short_name = length(local.name) <= 56 ? local.name : "${substr(local.name, 0, 47)}-${local.hash}"
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# What the platform of this account and environment publishes, as far as the site
# has any use for it.
data "aws_ssm_parameter" "zone_id" {
  count = local.has_host && var.zone_id == null ? 1 : 0
  name  = "${local.platform}/zone-id"
}

data "aws_ssm_parameter" "kms_key_arn" {
  count  = var.access_log == "cloudwatch" ? 1 : 0
  region = local.cloudfront_region
  name   = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "alarm_topic_arn" {
  count  = var.alarm_notifications ? 1 : 0
  region = local.cloudfront_region
  name   = "${local.platform}/alarm-topic-arn"
}
