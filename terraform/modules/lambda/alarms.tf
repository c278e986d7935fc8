locals {
  live_dimensions = {
    FunctionName = local.function_name
    Resource     = "${local.function_name}:${local.alias}"
  }

  p99_ms = coalesce(var.alarms.p99_ms, var.timeout * 800)

  # Percent of what fails; of nothing, nothing fails.
  error_rate = "IF(requests > 0, 100 * errors / requests, 0)"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${local.name}-errors"
  alarm_description   = "More than ${var.alarms.error_percent} % of the invocations of ${local.name} fail"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.alarms.error_percent
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns

  metric_query {
    id          = "rate"
    expression  = local.error_rate
    label       = "Failed invocations, percent"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "Errors", requests = "Invocations" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/Lambda"
        metric_name = metric_query.value
        stat        = "Sum"
        period      = 60
        dimensions  = local.live_dimensions
      }
    }
  }
}

# Of the new version alone: among the requests of the old one, a tenth that fails
# would be too few for the alarm above.
resource "aws_cloudwatch_metric_alarm" "new_version" {
  count               = local.gradual ? 1 : 0
  alarm_name          = "${local.name}-new-version"
  alarm_description   = "More than ${var.alarms.error_percent} % of the invocations of a version of ${local.name} that is being deployed fail"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.alarms.error_percent
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns

  metric_query {
    id          = "rate"
    expression  = local.error_rate
    label       = "Failed invocations, percent"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "Errors", requests = "Invocations" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/Lambda"
        metric_name = metric_query.value
        stat        = "Sum"
        period      = 60
        dimensions  = merge(local.live_dimensions, { ExecutedVersion = aws_lambda_function.this.version })
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "throttles" {
  alarm_name          = "${local.name}-throttles"
  alarm_description   = "Invocations of ${local.name} are refused, as too many run at once"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  dimensions          = local.live_dimensions
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = var.alarms.throttles
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns
}

resource "aws_cloudwatch_metric_alarm" "duration" {
  alarm_name          = "${local.name}-duration"
  alarm_description   = "The slowest hundredth of the invocations of ${local.name} take more than ${local.p99_ms} ms"
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  dimensions          = local.live_dimensions
  extended_statistic  = "p99"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = local.p99_ms
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns
}

resource "aws_cloudwatch_metric_alarm" "server_errors" {
  count               = local.is_api ? 1 : 0
  alarm_name          = "${local.name}-5xx"
  alarm_description   = "The HTTP API of ${local.name} answers more than ${var.alarms.server_error_percent} % of its requests with 5xx"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.alarms.server_error_percent
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns

  metric_query {
    id          = "rate"
    expression  = local.error_rate
    label       = "Answers with 5xx, percent"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "5xx", requests = "Count" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApiGateway"
        metric_name = metric_query.value
        stat        = "Sum"
        period      = 60
        dimensions  = { ApiId = aws_apigatewayv2_api.this[0].id }
      }
    }
  }
}

# Events that nobody has looked at.
resource "aws_cloudwatch_metric_alarm" "failures" {
  count               = local.own_queue ? 1 : 0
  alarm_name          = "${local.name}-failures"
  alarm_description   = "Events have failed for good: they are in ${aws_sqs_queue.failures[0].name}"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.failures[0].name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns
}
