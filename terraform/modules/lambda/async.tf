locals {
  # Without an endpoint it is events that come, and nobody who waits.
  async            = var.async != null ? var.async : var.endpoint == "none" && !var.lattice ? { retries = 2, max_age = 21600, failures = null } : null
  own_queue        = local.async != null && try(local.async.failures == null, false)
  failures         = local.own_queue ? aws_sqs_queue.failures[0].arn : try(local.async.failures, null)
  failures_service = local.own_queue ? "sqs" : try(split(":", local.async.failures)[2], null)
}

# What has failed too often stays here, until somebody looks at it.
resource "aws_sqs_queue" "failures" {
  count                             = local.own_queue ? 1 : 0
  name                              = "${local.function_name}-failures"
  message_retention_seconds         = 1209600
  kms_master_key_id                 = local.kms_key
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue_policy" "failures" {
  count     = local.own_queue ? 1 : 0
  queue_url = aws_sqs_queue.failures[0].url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "sqs:*"
      Resource  = aws_sqs_queue.failures[0].arn
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_lambda_function_event_invoke_config" "this" {
  count                        = local.async != null ? 1 : 0
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = local.alias
  maximum_retry_attempts       = local.async.retries
  maximum_event_age_in_seconds = local.async.max_age

  destination_config {
    on_failure {
      destination = local.failures
    }
  }

  # Lambda asks at once whether the role may send there.
  depends_on = [aws_cloudformation_stack.live, aws_iam_role_policy.this]
}
