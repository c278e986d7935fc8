resource "aws_cloudwatch_metric_alarm" "restarts" {
  count               = var.container_insights ? 1 : 0
  alarm_name          = "${local.full_name}-restarts"
  alarm_description   = "Containers of ${local.full_name} start again and again"
  namespace           = "ContainerInsights"
  metric_name         = "pod_number_of_container_restarts"
  dimensions          = { ClusterName = local.cluster_name, Namespace = local.namespace, PodName = local.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.topic_arns
  ok_actions          = local.topic_arns
}
