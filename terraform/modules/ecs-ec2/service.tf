resource "aws_ecs_service" "this" {
  name                    = local.name
  cluster                 = aws_ecs_cluster.this.arn
  task_definition         = aws_ecs_task_definition.this.arn
  desired_count           = local.is_daemon ? null : local.desired_count
  scheduling_strategy     = upper(var.scheduling)
  launch_type             = local.is_daemon ? "EC2" : null
  propagate_tags          = "SERVICE"
  enable_ecs_managed_tags = true
  enable_execute_command  = false

  availability_zone_rebalancing = local.is_daemon ? "DISABLED" : "ENABLED"

  # A service that cannot start fails its run, and with it its rollout.
  wait_for_steady_state = true

  health_check_grace_period_seconds = local.is_balanced ? var.health_check_grace_seconds : null

  dynamic "capacity_provider_strategy" {
    for_each = local.is_daemon ? [] : [aws_ecs_capacity_provider.this.name]

    content {
      capacity_provider = capacity_provider_strategy.value
      weight            = 1
    }
  }

  # Over the zones first, and then on as few instances as will do.
  dynamic "ordered_placement_strategy" {
    for_each = local.is_daemon ? [] : [["spread", "attribute:ecs.availability-zone"], ["binpack", "memory"]]

    content {
      type  = ordered_placement_strategy.value[0]
      field = ordered_placement_strategy.value[1]
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
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
    subnets         = split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids.value))
    security_groups = [aws_security_group.this.id]
  }

  # ECS refuses a target group that no listener sends to.
  dynamic "load_balancer" {
    for_each = length(aws_lb_listener_rule.this) > 0 ? aws_lb_target_group.this : []

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = var.service
      container_port   = var.port
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
    aws_iam_role_policy.image,
    aws_iam_role_policy.lattice,
    aws_iam_role_policy.log,
    aws_iam_role_policy.secrets,
    aws_lb_listener_rule.this,
    aws_vpclattice_listener.this,
  ]

  # Instances come first, and the circuit breaker gives up after some failed starts.
  timeouts {
    create = "40m"
    update = "40m"
  }
}
