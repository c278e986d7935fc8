locals {
  has_alarms    = local.is_balanced && var.alarms.enabled
  alarm_actions = local.has_alarms && var.alarm_notifications ? [nonsensitive(data.aws_ssm_parameter.alarm_topic_arn[0].value)] : []

  group_suffix = one(aws_lb_target_group.this[*].arn_suffix)

  alarms = local.has_alarms ? {
    errors = {
      description = "More than ${var.alarms.error_percent} % of the answers of ${local.name} are errors of its own."
      # Without a request there is nothing to divide by, and nothing is wrong.
      expression = "IF(FILL(requests, 0) > 0, 100 * FILL(errors, 0) / requests, 0)"
      threshold  = var.alarms.error_percent
      metrics    = { errors = { name = "HTTPCode_Target_5XX_Count", stat = "Sum" }, requests = { name = "RequestCount", stat = "Sum" } }
    }
    health = {
      description = "A task of ${local.name} does not answer its load balancer."
      expression  = "FILL(unhealthy, 0)"
      threshold   = 0
      metrics     = { unhealthy = { name = "UnHealthyHostCount", stat = "Maximum" } }
    }
    latency = {
      description = "A twentieth of the answers of ${local.name} take longer than ${var.alarms.latency_seconds} s."
      expression  = "FILL(seconds, 0)"
      threshold   = var.alarms.latency_seconds
      metrics     = { seconds = { name = "TargetResponseTime", stat = "p95" } }
    }
  } : {}

  # Their names are known before they are made.
  alarm_names = [for kind in sort(keys(local.alarms)) : aws_cloudwatch_metric_alarm.this[kind].alarm_name]
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = each.value.description
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions

  metric_query {
    id          = "watched"
    label       = each.key
    expression  = each.value.expression
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value.name
        stat        = metric_query.value.stat
        period      = 60
        dimensions = {
          LoadBalancer = local.load_balancer_suffix
          TargetGroup  = local.group_suffix
        }
      }
    }
  }
}
