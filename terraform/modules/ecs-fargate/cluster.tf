locals {
  cluster_arn  = var.own_cluster ? aws_ecs_cluster.this[0].arn : nonsensitive(data.aws_ssm_parameter.cluster_arn[0].value)
  cluster_name = var.own_cluster ? local.name : split("/", local.cluster_arn)[1]
}

resource "aws_ecs_cluster" "this" {
  count = var.own_cluster ? 1 : 0
  name  = local.name

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }

  # No service lets people in as it is. Who changes that is overheard.
  configuration {
    execute_command_configuration {
      kms_key_id = local.kms_key_arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.sessions[0].name
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "sessions" {
  count             = var.own_cluster ? 1 : 0
  name              = "/soa/${local.name}/sessions"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key_arn
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count              = var.own_cluster ? 1 : 0
  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}
