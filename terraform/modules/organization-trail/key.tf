# Encrypts the log, the queues and what Athena finds.
resource "aws_kms_key" "log" {
  count                   = local.is_archive ? 1 : 0
  description             = "CloudTrail's log of the organisation"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  # A run may change the policy of a key by the key's tags, which KMS does not see
  # when it asks at creation whether it may. The account has the key in any case.
  bypass_policy_lockout_safety_check = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "LeaveItToIam"
          Effect    = "Allow"
          Principal = { AWS = "arn:${local.partition}:iam::${var.account}:root" }
          Action    = "kms:*"
          Resource  = "*"
        },
        {
          Sid       = "CloudTrailEncrypts"
          Effect    = "Allow"
          Principal = { Service = "cloudtrail.amazonaws.com" }
          Action    = "kms:GenerateDataKey*"
          Resource  = "*"
          Condition = {
            StringEquals = { "aws:SourceArn" = local.trail_arn }
            StringLike   = { "kms:EncryptionContext:aws:cloudtrail:arn" = "arn:${local.partition}:cloudtrail:*:${var.management_account}:trail/*" }
          }
        },
        {
          # To see that it can be used, as CloudTrail does before it takes a bucket
          # with an S3 Bucket Key.
          Sid       = "CloudTrailChecks"
          Effect    = "Allow"
          Principal = { Service = "cloudtrail.amazonaws.com" }
          Action    = ["kms:Decrypt", "kms:DescribeKey"]
          Resource  = "*"
          Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
        },
        {
          Sid       = "S3Announces"
          Effect    = "Allow"
          Principal = { Service = "s3.amazonaws.com" }
          Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
          Resource  = "*"
          Condition = {
            ArnEquals    = { "aws:SourceArn" = local.bucket_arn }
            StringEquals = { "aws:SourceAccount" = var.account }
          }
        },
      ],
      var.notify_by_topic ? [{
        Sid       = "SnsHandsOn"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
      }] : [],
    )
  })
}

# The trail's account finds the key by it.
resource "aws_kms_alias" "log" {
  count         = local.is_archive ? 1 : 0
  name          = local.alias
  target_key_id = aws_kms_key.log[0].key_id
}
