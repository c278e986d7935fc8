locals {
  platform = "/soa/platform/${var.environment}"

  # Names in Kubernetes take 63 characters, roles 64 with their ending, Lattice 40.
  full_name    = "${var.service}-${var.key}"
  hash         = substr(sha256(local.full_name), 0, 8)
  name         = length(local.full_name) <= 63 ? local.full_name : "${trimsuffix(substr(local.full_name, 0, 54), "-")}-${local.hash}"
  role_name    = length(local.full_name) <= 54 ? local.full_name : "${substr(local.full_name, 0, 45)}-${local.hash}"
  lattice_name = length(local.full_name) <= 40 ? local.full_name : "${trimsuffix(substr(local.full_name, 0, 31), "-")}-${local.hash}"

  partition    = data.aws_partition.current.partition
  region       = var.region
  account      = data.aws_caller_identity.current.account_id
  cluster_name = nonsensitive(data.aws_ssm_parameter.eks_cluster_name.value)
  cluster_arn  = "arn:${local.partition}:eks:${local.region}:${local.account}:cluster/${local.cluster_name}"
  topic_arns   = [for topic in data.aws_ssm_parameter.alarm_topic_arn : nonsensitive(topic.value)]

  # Known before it is there, for what is made before it.
  namespace = coalesce(var.namespace, local.name)

  selector = { "app.kubernetes.io/name" = local.name }
  labels = merge(local.selector, {
    "app.kubernetes.io/part-of"    = var.service
    "app.kubernetes.io/managed-by" = "terraform"
  })
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# What the platform of this account, Region and environment publishes.
data "aws_ssm_parameter" "eks_cluster_name" {
  name = "${local.platform}/eks-cluster-name"
}

data "aws_ssm_parameter" "kms_key_arn" {
  count = length(var.secrets) > 0 ? 1 : 0
  name  = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "service_network_arn" {
  count = var.lattice ? 1 : 0
  name  = "${local.platform}/service-network-arn"
}

data "aws_ssm_parameter" "alarm_topic_arn" {
  count = var.alarm_notifications && var.container_insights ? 1 : 0
  name  = "${local.platform}/alarm-topic-arn"
}
