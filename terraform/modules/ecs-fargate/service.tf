locals {
  # Minutes of which ECS lets requests pass on to a new version, and watches it.
  shift_minutes = lookup({
    canary = var.deployment.canary_minutes
    linear = var.deployment.step_minutes * ceil(100 / var.deployment.step_percent)
  }, var.deployment.strategy, 0)
  bake_minutes = local.shifts ? var.deployment.bake_minutes : 0

  # The circuit breaker gives up after some failed starts of each task.
  patience = "${30 + local.shift_minutes + local.bake_minutes}m"

  # Whether requests move from one target group to the other.
  shifts = var.deployment.strategy != "rolling"
}

resource "aws_ecs_service" "this" {
  name                          = local.name
  cluster                       = local.cluster_arn
  task_definition               = aws_ecs_task_definition.this.arn
  desired_count                 = local.desired_count
  launch_type                   = var.spot_percentage == null ? "FARGATE" : null
  propagate_tags                = "SERVICE"
  enable_ecs_managed_tags       = true
  availability_zone_rebalancing = "ENABLED"

  # It would need a right of the task role and a root that can be written to.
  enable_execute_command = false

  # A service that cannot start fails its run, and with it its rollout.
  wait_for_steady_state = true

  # Another mix would make another service without it.
  force_new_deployment = var.spot_percentage == null ? null : true

  health_check_grace_period_seconds = local.is_balanced ? var.health_check_grace_seconds : null

  dynamic "capacity_provider_strategy" {
    for_each = var.spot_percentage == null ? {} : {
      for provider, weight in { FARGATE = 100 - var.spot_percentage, FARGATE_SPOT = var.spot_percentage } : provider => weight
      if weight > 0
    }

    content {
      capacity_provider = capacity_provider_strategy.key
      weight            = capacity_provider_strategy.value
      # One task outlives whatever AWS takes back.
      base = capacity_provider_strategy.key == "FARGATE" ? 1 : 0
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Also where it is the default: what is left out stays as the last apply had it.
  deployment_configuration {
    strategy             = upper(replace(var.deployment.strategy, "/", "_"))
    bake_time_in_minutes = local.shifts ? tostring(var.deployment.bake_minutes) : null

    dynamic "canary_configuration" {
      for_each = var.deployment.strategy == "canary" ? [var.deployment] : []

      content {
        canary_percent              = canary_configuration.value.canary_percent
        canary_bake_time_in_minutes = tostring(canary_configuration.value.canary_minutes)
      }
    }

    dynamic "linear_configuration" {
      for_each = var.deployment.strategy == "linear" ? [var.deployment] : []

      content {
        step_percent              = linear_configuration.value.step_percent
        step_bake_time_in_minutes = tostring(linear_configuration.value.step_minutes)
      }
    }
  }

  dynamic "alarms" {
    for_each = local.has_alarms ? [local.alarm_names] : []

    content {
      alarm_names = alarms.value
      enable      = true
      rollback    = true
    }
  }

  network_configuration {
    subnets          = local.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = local.has_own_network
  }

  # ECS refuses a target group that no listener sends to.
  dynamic "load_balancer" {
    for_each = aws_lb_listener_rule.this

    content {
      target_group_arn = aws_lb_target_group.this.arn
      container_name   = var.service
      container_port   = var.port

      dynamic "advanced_configuration" {
        for_each = local.shifts ? [load_balancer.value] : []

        content {
          alternate_target_group_arn = aws_lb_target_group.alternate[0].arn
          production_listener_rule   = advanced_configuration.value.arn
          test_listener_rule         = one(aws_lb_listener_rule.test[*].arn)
          role_arn                   = aws_iam_role.balancer[0].arn
        }
      }
    }
  }

  dynamic "service_connect_configuration" {
    for_each = var.service_connect == null ? [] : [var.service_connect]

    content {
      enabled   = true
      namespace = local.namespace

      service {
        port_name      = "http"
        discovery_name = var.service

        client_alias {
          dns_name = coalesce(service_connect_configuration.value.alias, var.service)
          port     = service_connect_configuration.value.port
        }
      }

      log_configuration {
        log_driver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this.name
          awslogs-region        = data.aws_region.current.region
          awslogs-stream-prefix = "service-connect"
        }
      }
    }
  }

  dynamic "vpc_lattice_configurations" {
    for_each = aws_vpclattice_target_group.this

    content {
      role_arn         = aws_iam_role.lattice[0].arn
      target_group_arn = vpc_lattice_configurations.value.arn
      port_name        = "http"
    }
  }

  # Tasks start at once, and not without these.
  depends_on = [
    aws_ecs_cluster_capacity_providers.this,
    aws_iam_role_policy.balancer,
    aws_iam_role_policy.image,
    aws_iam_role_policy.lattice,
    aws_iam_role_policy.log,
    aws_iam_role_policy.secrets,
    aws_route.internet,
    aws_vpclattice_listener.this,
  ]

  timeouts {
    create = local.patience
    update = local.patience
  }
}
