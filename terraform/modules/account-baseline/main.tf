locals {
  iam = "arn:${data.aws_partition.current.partition}:iam::${var.account}"

  # Regions in which the account is guarded.
  guarded_regions  = toset(length(var.allowed_regions) > 0 ? var.allowed_regions : [data.aws_region.current.region])
  guarded_in_words = join(", ", sort(local.guarded_regions))
}

data "aws_region" "current" {}

data "aws_partition" "current" {}
