# A capacity provider is of the cluster's, and a cluster has its list of them from one
# place: services on instances of their own do not share a cluster.
resource "aws_ecs_cluster" "this" {
  name = local.name

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }

  # The service lets nobody in as it is. Who changes that is overheard.
  configuration {
    execute_command_configuration {
      kms_key_id = local.kms_key_arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.sessions.name
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "sessions" {
  name              = "/soa/${local.name}/sessions"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key_arn
}

resource "aws_ecs_capacity_provider" "this" {
  # ECS refuses names that begin with "aws", "ecs" and "fargate", as a service's may.
  name = "soa-${local.name}"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = aws_autoscaling_group.this.arn
    managed_draining               = "ENABLED"
    managed_termination_protection = local.is_daemon ? "DISABLED" : "ENABLED"

    # A daemon's tasks come with instances, and bring none.
    managed_scaling {
      status          = local.is_daemon ? "DISABLED" : "ENABLED"
      target_capacity = 100
    }
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = [aws_ecs_capacity_provider.this.name]

  dynamic "default_capacity_provider_strategy" {
    for_each = local.is_daemon ? [] : [aws_ecs_capacity_provider.this.name]

    content {
      capacity_provider = default_capacity_provider_strategy.value
      weight            = 1
    }
  }
}
