locals {
  name = "${var.service}-${var.key}"
  hash = substr(sha256(local.name), 0, 8)

  # Load balancers take 32 characters, roles 64 with their ending. The deploy role
  # may make roles of such names only.
  short_name = length(local.name) <= 32 ? local.name : "${substr(local.name, 0, 23)}-${local.hash}"
  role_name  = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"

  partition   = data.aws_partition.current.partition
  dns_suffix  = data.aws_partition.current.dns_suffix
  log_days    = var.production ? 365 : 30
  log_group   = "/soa/${local.name}"
  iam_policy  = "arn:${local.partition}:iam::aws:policy"
  public_ipv4 = "0.0.0.0/0"
}

data "aws_partition" "current" {}

# For what AWS makes out of our templates, to which default tags do not come.
data "aws_default_tags" "current" {}
