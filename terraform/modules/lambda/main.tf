locals {
  name     = "${var.service}-${var.key}"
  platform = "/soa/platform/${var.environment}"

  # Functions and roles take 64 characters, roles with their ending, Lattice 40.
  hash          = substr(sha256(local.name), 0, 8)
  function_name = length(local.name) <= 64 ? local.name : "${substr(local.name, 0, 55)}-${local.hash}"
  role_name     = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"
  lattice_name  = length(local.name) <= 40 ? local.name : "${trimsuffix(substr(local.name, 0, 31), "-")}-${local.hash}"

  partition  = data.aws_partition.current.partition
  dns_suffix = data.aws_partition.current.dns_suffix
  region     = var.region
  account    = data.aws_caller_identity.current.account_id
  kms_key    = nonsensitive(data.aws_ssm_parameter.kms_key_arn.value)
  retention  = var.production ? 365 : 30
  topic_arns = [for topic in data.aws_ssm_parameter.alarm_topic_arn : nonsensitive(topic.value)]
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# What the platform of this account, Region and environment publishes.
data "aws_ssm_parameter" "kms_key_arn" {
  name = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "alarm_topic_arn" {
  count = var.alarm_notifications ? 1 : 0
  name  = "${local.platform}/alarm-topic-arn"
}

data "aws_ssm_parameter" "vpc_id" {
  count = local.in_vpc ? 1 : 0
  name  = "${local.platform}/vpc-id"
}

data "aws_ssm_parameter" "subnet_ids" {
  count = local.in_vpc ? 1 : 0
  name  = "${local.platform}/subnet-ids"
}

data "aws_ssm_parameter" "zone_id" {
  count = var.host == null ? 0 : 1
  name  = "${local.platform}/zone-id"
}

data "aws_ssm_parameter" "service_network_arn" {
  count = var.lattice ? 1 : 0
  name  = "${local.platform}/service-network-arn"
}
