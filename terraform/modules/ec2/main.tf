locals {
  name     = "${var.service}-${var.key}"
  platform = "/soa/platform/${var.environment}"

  # Load balancers take 32 characters, target groups with the port at their end.
  hash         = substr(sha256(local.name), 0, 8)
  short_name   = length(local.name) <= 32 ? local.name : "${substr(local.name, 0, 23)}-${local.hash}"
  group_name   = "${length(local.name) <= 26 ? local.name : "${substr(local.name, 0, 17)}-${local.hash}"}-${var.port}"
  role_name    = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"
  lattice_name = length(local.name) <= 36 ? "soa-${local.name}" : "soa-${substr(local.name, 0, 27)}-${local.hash}"

  is_windows = startswith(var.operating_system, "windows")
  is_arm     = can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", var.instance_types[0]))
  is_shared  = var.load_balancer == "shared"
  is_own     = var.load_balancer == "own"
  has_group  = var.load_balancer != "none"
  kms_key    = nonsensitive(data.aws_ssm_parameter.kms_key_arn.value)
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_default_tags" "current" {}

# What the platform of this account, Region and environment publishes.
data "aws_ssm_parameter" "vpc_id" {
  name = "${local.platform}/vpc-id"
}

data "aws_ssm_parameter" "subnet_ids" {
  name = "${local.platform}/subnet-ids"
}

data "aws_ssm_parameter" "kms_key_arn" {
  name = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "public_subnet_ids" {
  count = var.internet_facing ? 1 : 0
  name  = "${local.platform}/public-subnet-ids"
}

data "aws_ssm_parameter" "listener_arn" {
  count = local.is_shared ? 1 : 0
  name  = "${local.platform}/listener-arn"
}

data "aws_ssm_parameter" "zone_id" {
  count = local.has_group ? 1 : 0
  name  = "${local.platform}/zone-id"
}

data "aws_ssm_parameter" "alarm_topic_arn" {
  count = var.alarm_notifications ? 1 : 0
  name  = "${local.platform}/alarm-topic-arn"
}

data "aws_ssm_parameter" "service_network_arn" {
  count = var.lattice ? 1 : 0
  name  = "${local.platform}/service-network-arn"
}

data "aws_vpc" "platform" {
  id = nonsensitive(data.aws_ssm_parameter.vpc_id.value)
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/soa/${local.name}"
  retention_in_days = var.production ? 365 : 30
  kms_key_id        = local.kms_key
}
