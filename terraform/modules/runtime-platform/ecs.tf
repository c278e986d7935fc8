resource "aws_ecs_cluster" "this" {
  count = var.ecs ? 1 : 0
  name  = local.name

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }

  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.this.arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.execute_command[0].name
      }
    }

    managed_storage_configuration {
      fargate_ephemeral_storage_kms_key_id = aws_kms_key.this.id
    }
  }
}

# What people type into a container, wherever a service lets them in.
resource "aws_cloudwatch_log_group" "execute_command" {
  count             = var.ecs ? 1 : 0
  name              = "${local.log_group}/execute-command"
  retention_in_days = local.log_days
  kms_key_id        = aws_kms_key.this.arn
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count              = var.ecs ? 1 : 0
  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  lifecycle {
    # Services on EC2 add theirs.
    ignore_changes = [capacity_providers]
  }
}
