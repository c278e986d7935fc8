resource "aws_budgets_budget" "account" {
  count        = var.budget == null ? 0 : 1
  name         = "soa-account"
  budget_type  = "COST"
  limit_amount = tostring(var.budget.monthly_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = concat(
      [for threshold in var.budget.thresholds : { type = "ACTUAL", threshold = threshold }],
      [{ type = "FORECASTED", threshold = 100 }],
    )

    content {
      comparison_operator        = "GREATER_THAN"
      notification_type          = notification.value.type
      threshold                  = notification.value.threshold
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.budget.emails
      subscriber_sns_topic_arns  = var.budget.topic_arn == null ? [] : [var.budget.topic_arn]
    }
  }
}
