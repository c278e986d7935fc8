locals {
  name     = "${var.service}-${var.key}"
  platform = "/soa/platform/${var.environment}"

  # Target groups and load balancers take 32 characters, VPC Lattice 40, and roles
  # 64 with their ending.
  hash           = substr(sha256(local.name), 0, 8)
  short_name     = length(local.name) <= 32 ? local.name : "${substr(local.name, 0, 23)}-${local.hash}"
  alternate_name = length(local.name) <= 30 ? "${local.name}-b" : "${substr(local.name, 0, 21)}-${local.hash}-b"
  lattice_name   = length(local.name) <= 36 ? "soa-${local.name}" : "soa-${substr(local.name, 0, 27)}-${local.hash}"
  role_name      = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"

  kms_key_arn = nonsensitive(data.aws_ssm_parameter.kms_key_arn.value)
  retention   = coalesce(var.log_retention_days, var.production ? 365 : 30)
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# What the platform of this account, Region and environment publishes.
data "aws_ssm_parameter" "vpc_id" {
  count = local.has_own_network ? 0 : 1
  name  = "${local.platform}/vpc-id"
}

data "aws_ssm_parameter" "subnet_ids" {
  count = local.has_own_network ? 0 : 1
  name  = "${local.platform}/subnet-ids"
}

data "aws_ssm_parameter" "public_subnet_ids" {
  count = local.is_own && var.internet_facing && !local.has_own_network ? 1 : 0
  name  = "${local.platform}/public-subnet-ids"
}

data "aws_ssm_parameter" "cluster_arn" {
  count = var.own_cluster ? 0 : 1
  name  = "${local.platform}/cluster-arn"
}

data "aws_ssm_parameter" "kms_key_arn" {
  name = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "listener_arn" {
  count = local.is_shared ? 1 : 0
  name  = "${local.platform}/listener-arn"
}

data "aws_ssm_parameter" "zone_id" {
  count = local.needs_zone ? 1 : 0
  name  = "${local.platform}/zone-id"
}

data "aws_ssm_parameter" "service_network_arn" {
  count = var.lattice ? 1 : 0
  name  = "${local.platform}/service-network-arn"
}

data "aws_ssm_parameter" "alarm_topic_arn" {
  count = local.has_alarms && var.alarm_notifications ? 1 : 0
  name  = "${local.platform}/alarm-topic-arn"
}

data "aws_vpc" "platform" {
  count = local.has_own_network ? 0 : 1
  id    = nonsensitive(data.aws_ssm_parameter.vpc_id[0].value)
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/soa/${local.name}"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key_arn
}
