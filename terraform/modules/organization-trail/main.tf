locals {
  name      = "${var.service}-${var.key}"
  hash      = substr(sha256(local.name), 0, 8)
  role_name = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"

  partition = data.aws_partition.current.partition
  region    = var.region

  is_archive = var.account == var.archive_account
  is_trail   = var.account == coalesce(var.trail_account, var.management_account)

  # Both placements know what the other is called without asking: they are in two
  # accounts, and neither has credentials for the other.
  bucket    = "${var.service}-${var.archive_account}-${local.region}"
  alias     = "alias/soa/${var.service}"
  trail_arn = "arn:${local.partition}:cloudtrail:${local.region}:${var.management_account}:trail/${var.service}"

  bucket_arn = "arn:${local.partition}:s3:::${local.bucket}"
  # Of the organisation, and of the account that the trail was in before it was
  # the organisation's.
  log_prefix = "AWSLogs/${var.organization_id}/"
}

data "aws_partition" "current" {}
