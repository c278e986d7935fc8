locals {
  alarm_actions = var.alarm_notifications ? [nonsensitive(data.aws_ssm_parameter.alarm_topic_arn[0].value)] : []

  # What undoes a change while its instances come up.
  rollback_alarms = concat(
    [aws_cloudwatch_metric_alarm.status.alarm_name],
    aws_cloudwatch_metric_alarm.errors[*].alarm_name,
  )
}

resource "aws_cloudwatch_metric_alarm" "status" {
  alarm_name          = "${local.name}-status"
  alarm_description   = "An instance of ${local.name} fails EC2's own checks."
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"
  dimensions          = { AutoScalingGroupName = local.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "${local.name}-cpu"
  alarm_description   = "The instances of ${local.name} have had too much to do for a quarter of an hour: scaling is at its end, or is not enough."
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { AutoScalingGroupName = local.name }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "capacity" {
  count               = var.min_size > 0 ? 1 : 0
  alarm_name          = "${local.name}-capacity"
  alarm_description   = "Fewer instances of ${local.name} are in service than there should be at least."
  namespace           = "AWS/AutoScaling"
  metric_name         = "GroupInServiceInstances"
  dimensions          = { AutoScalingGroupName = local.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 15
  comparison_operator = "LessThanThreshold"
  threshold           = var.min_size
  treat_missing_data  = "missing"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  count               = local.has_group ? 1 : 0
  alarm_name          = "${local.name}-errors"
  alarm_description   = "More than 5 % of the answers of ${local.name} are errors of its own."
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions

  metric_query {
    id          = "share"
    label       = "Errors, %"
    expression  = "100 * FILL(errors, 0) / requests"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "HTTPCode_Target_5XX_Count", requests = "RequestCount" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value
        period      = 60
        stat        = "Sum"
        dimensions = {
          LoadBalancer = local.load_balancer_suffix
          TargetGroup  = aws_lb_target_group.this[0].arn_suffix
        }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "health" {
  count               = local.has_group ? 1 : 0
  alarm_name          = "${local.name}-health"
  alarm_description   = "An instance of ${local.name} does not answer its load balancer."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 10
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions

  dimensions = {
    LoadBalancer = local.load_balancer_suffix
    TargetGroup  = aws_lb_target_group.this[0].arn_suffix
  }
}
