locals {
  is_scaled   = var.autoscaling != null
  service_arn = "arn:${data.aws_partition.current.partition}:ecs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:service/${local.name}/${local.name}"

  is_running = local.is_scaled && contains([
    for found in try(data.aws_resourcegroupstaggingapi_resources.service[0].resource_tag_mapping_list, []) : found.resource_arn
  ], local.service_arn)

  # Terraform ignores changes of an argument always or never. So where the number of
  # tasks is autoscaling's, Terraform asks for as many as there are.
  running_count = local.is_running ? data.aws_ecs_service.running[0].desired_count : var.desired_count
  desired_count = local.is_scaled ? min(max(local.running_count, var.autoscaling.min), var.autoscaling.max) : var.desired_count

  scaling_targets = local.is_scaled ? {
    for metric, value in {
      ECSServiceAverageCPUUtilization = (
        var.autoscaling.memory_percent == null && var.autoscaling.requests_per_minute == null ? coalesce(var.autoscaling.cpu_percent, 60) : var.autoscaling.cpu_percent
      )
      ECSServiceAverageMemoryUtilization = var.autoscaling.memory_percent
      ALBRequestCountPerTarget           = var.autoscaling.requests_per_minute
    } : metric => value if value != null
  } : {}
}

# Reading a service that is not there yet fails; asking for it does not.
data "aws_resourcegroupstaggingapi_resources" "service" {
  count             = local.is_scaled ? 1 : 0
  resource_arn_list = [local.service_arn]
}

data "aws_ecs_service" "running" {
  count        = local.is_running ? 1 : 0
  cluster_arn  = local.name
  service_name = local.name
}

resource "aws_appautoscaling_target" "this" {
  count              = local.is_scaled ? 1 : 0
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${local.name}/${aws_ecs_service.this.name}"
  min_capacity       = var.autoscaling.min
  max_capacity       = var.autoscaling.max
}

resource "aws_appautoscaling_policy" "this" {
  for_each = local.scaling_targets

  name               = each.key
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[0].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = each.key
      resource_label         = each.key == "ALBRequestCountPerTarget" ? "${local.load_balancer_suffix}/${local.group_suffix}" : null
    }
  }
}
