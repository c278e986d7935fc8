locals {
  key_root = {
    Sid       = "AccountByItsIamPolicies"
    Effect    = "Allow"
    Principal = { AWS = "arn:${local.partition}:iam::${var.account}:root" }
    Action    = "kms:*"
    Resource  = "*"
  }

  key_logs = {
    Sid       = "CloudWatchLogs"
    Effect    = "Allow"
    Principal = { Service = "logs.${var.region}.${local.dns_suffix}" }
    Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    Resource  = "*"
    Condition = {
      ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${var.region}:${var.account}:log-group:*" }
    }
  }

  key_alarms = {
    Sid       = "AlarmsToEncryptedTopics"
    Effect    = "Allow"
    Principal = { Service = "cloudwatch.amazonaws.com" }
    Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
    Resource  = "*"
    Condition = {
      StringEquals = { "aws:SourceAccount" = var.account }
    }
  }

  # The role of Auto Scaling opens the disks of the instances that it starts. It
  # may not be there yet, and a policy cannot name a principal that is not there.
  scaling_roles = ["arn:${local.partition}:iam::${var.account}:role/aws-service-role/autoscaling.${local.dns_suffix}/AWSServiceRoleForAutoScaling*"]

  key_scaling = [
    {
      Sid       = "AutoScalingUsesDisks"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
      Resource  = "*"
      Condition = {
        StringEquals = { "kms:CallerAccount" = var.account }
        ArnLike      = { "aws:PrincipalArn" = local.scaling_roles }
      }
    },
    {
      Sid       = "AutoScalingHandsDisksOn"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:CreateGrant"
      Resource  = "*"
      Condition = {
        StringEquals = { "kms:CallerAccount" = var.account }
        ArnLike      = { "aws:PrincipalArn" = local.scaling_roles }
        Bool         = { "kms:GrantIsForAWSResource" = "true" }
      }
    },
  ]

  fargate_context = {
    StringEquals = {
      "kms:EncryptionContext:aws:ecs:clusterAccount" = var.account
      "kms:EncryptionContext:aws:ecs:clusterName"    = local.name
    }
  }

  key_fargate = [for statement in [
    {
      Sid       = "FargateMakesKeysOfStorage"
      Effect    = "Allow"
      Principal = { Service = "fargate.amazonaws.com" }
      Action    = "kms:GenerateDataKeyWithoutPlaintext"
      Resource  = "*"
      Condition = local.fargate_context
    },
    {
      Sid       = "FargateOpensStorage"
      Effect    = "Allow"
      Principal = { Service = "fargate.amazonaws.com" }
      Action    = "kms:CreateGrant"
      Resource  = "*"
      Condition = merge(local.fargate_context, {
        "ForAllValues:StringEquals" = { "kms:GrantOperations" = ["Decrypt"] }
      })
    },
  ] : statement if var.ecs]
}

# The key of the platform and of what runs on it.
resource "aws_kms_key" "this" {
  description             = "Platform ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = var.production ? 30 : 7

  # A run may change the policy of a key by the key's tags, which KMS does not see
  # when it asks at creation whether it may. The account has the key in any case.
  bypass_policy_lockout_safety_check = true

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.key_root, local.key_logs, local.key_alarms], local.key_scaling, local.key_fargate)
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/soa/${local.name}"
  target_key_id = aws_kms_key.this.key_id
}
