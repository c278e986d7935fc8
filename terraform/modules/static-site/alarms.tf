locals {
  alarm_actions = var.alarm_notifications ? [nonsensitive(data.aws_ssm_parameter.alarm_topic_arn[0].value)] : []
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  region              = local.cloudfront_region
  alarm_name          = "${local.name}-errors"
  alarm_description   = "More than 5 % of the answers of ${local.name} are errors of its own."
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"
  dimensions          = { DistributionId = aws_cloudfront_distribution.this.id, Region = "Global" }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
  ok_actions          = local.alarm_actions
}
