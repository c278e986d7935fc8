locals {
  is_mixed = var.spot_percentage > 0 || length(var.instance_types) > 1
}

resource "aws_autoscaling_group" "this" {
  name                      = local.name
  vpc_zone_identifier       = split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids.value))
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = coalesce(var.desired_size, var.min_size)
  default_instance_warmup   = var.warm_up_seconds
  health_check_type         = local.has_group ? "ELB" : var.lattice ? "VPC_LATTICE" : "EC2"
  health_check_grace_period = var.health_check_grace_seconds
  max_instance_lifetime     = var.max_instance_lifetime_days == null ? null : var.max_instance_lifetime_days * 86400
  capacity_rebalance        = var.spot_percentage > 0
  target_group_arns         = aws_lb_target_group.this[*].arn
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupMinSize", "GroupMaxSize", "GroupPendingInstances", "GroupTerminatingInstances"]

  # A service that cannot start fails its run, and with it its rollout.
  wait_for_elb_capacity     = local.has_group ? coalesce(var.desired_size, var.min_size) : null
  wait_for_capacity_timeout = "20m"

  dynamic "launch_template" {
    for_each = local.is_mixed ? [] : [aws_launch_template.this]

    content {
      id      = launch_template.value.id
      version = launch_template.value.latest_version
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = local.is_mixed ? [aws_launch_template.this] : []

    content {
      launch_template {
        launch_template_specification {
          launch_template_id = mixed_instances_policy.value.id
          version            = mixed_instances_policy.value.latest_version
        }

        dynamic "override" {
          for_each = var.instance_types

          content {
            instance_type = override.value
          }
        }
      }

      instances_distribution {
        on_demand_allocation_strategy            = "prioritized"
        on_demand_base_capacity                  = var.on_demand_base
        on_demand_percentage_above_base_capacity = 100 - var.spot_percentage
        spot_allocation_strategy                 = "price-capacity-optimized"
      }
    }
  }

  instance_maintenance_policy {
    min_healthy_percentage = var.min_healthy_percent
    max_healthy_percentage = var.max_healthy_percent
  }

  # A new version of the launch template replaces the instances, a share at a time.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      auto_rollback          = true
      skip_matching          = true
      instance_warmup        = var.warm_up_seconds
      min_healthy_percentage = var.min_healthy_percent
      max_healthy_percentage = var.max_healthy_percent

      alarm_specification {
        alarms = local.rollback_alarms
      }
    }
  }

  # Auto Scaling groups do not take the provider's default tags.
  dynamic "tag" {
    for_each = merge(data.aws_default_tags.current.tags, { Name = local.name })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  lifecycle {
    ignore_changes = [desired_capacity]
  }

  # Instances start at once, and not without these; nothing asks a target group
  # for its health that no listener sends to.
  depends_on = [
    aws_iam_role_policy.this,
    aws_lb_listener.https,
    aws_lb_listener_rule.shared,
    aws_vpc_security_group_egress_rule.https,
  ]
}

resource "aws_autoscaling_policy" "cpu" {
  name                      = "cpu"
  autoscaling_group_name    = aws_autoscaling_group.this.name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = var.warm_up_seconds

  target_tracking_configuration {
    target_value = var.target_cpu_percent

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_policy" "requests" {
  count                     = var.target_requests_per_minute == null ? 0 : 1
  name                      = "requests"
  autoscaling_group_name    = aws_autoscaling_group.this.name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = var.warm_up_seconds

  target_tracking_configuration {
    target_value = var.target_requests_per_minute

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${local.load_balancer_suffix}/${aws_lb_target_group.this[0].arn_suffix}"
    }
  }
}
