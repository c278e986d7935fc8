locals {
  retention_in_days = coalesce(var.log_retention_in_days, var.production ? 365 : 30)
}

# The network has a key of its own: it belongs to no platform.
resource "aws_kms_key" "logs" {
  count                   = var.log_requests ? 1 : 0
  description             = "Access logs of the service network ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = var.production ? 30 : 7

  # A run may change the policy of a key by the key's tags, which KMS does not see
  # when it asks at creation whether it may. The account has the key in any case.
  bypass_policy_lockout_safety_check = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountByItsIamPolicies"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${var.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.${data.aws_partition.current.dns_suffix}" }
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = {
          ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${var.region}:${var.account}:log-group:*" }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "logs" {
  count         = var.log_requests ? 1 : 0
  name          = "alias/soa/${local.name}"
  target_key_id = aws_kms_key.logs[0].key_id
}

# AWS lets its log delivery write to groups below /aws/vendedlogs/.
resource "aws_cloudwatch_log_group" "access" {
  count             = var.log_requests ? 1 : 0
  name              = "/aws/vendedlogs/soa/${local.name}"
  retention_in_days = local.retention_in_days
  kms_key_id        = aws_kms_key.logs[0].arn
}

resource "aws_vpclattice_access_log_subscription" "this" {
  for_each = toset(var.log_requests ? ["SERVICE", "RESOURCE"] : [])

  resource_identifier      = aws_vpclattice_service_network.this.arn
  destination_arn          = aws_cloudwatch_log_group.access[0].arn
  service_network_log_type = each.key
}
