locals {
  # What AWS keeps up to date, in the order in which it is asked.
  managed_rules = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"]

  logs_requests = try(var.waf.log, false)
}

resource "aws_wafv2_web_acl" "this" {
  count       = var.waf == null ? 0 : 1
  name        = local.name
  description = "In front of ${local.name}"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "rate"
    priority = 0

    action {
      block {}
    }

    statement {
      rate_based_statement {
        aggregate_key_type = "IP"
        limit              = var.waf.requests_per_5_minutes
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      sampled_requests_enabled   = true
      metric_name                = "rate"
    }
  }

  dynamic "rule" {
    for_each = { for at, name in local.managed_rules : name => at + 1 }

    content {
      name     = rule.key
      priority = rule.value

      # Counting shows what would be refused, for a service that people use already.
      override_action {
        dynamic "none" {
          for_each = var.waf.count_only ? [] : [1]

          content {}
        }

        dynamic "count" {
          for_each = var.waf.count_only ? [1] : []

          content {}
        }
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.key
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        sampled_requests_enabled   = true
        metric_name                = rule.key
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    sampled_requests_enabled   = true
    metric_name                = local.name
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count        = var.waf == null ? 0 : 1
  resource_arn = one(aws_lb.this[*].arn)
  web_acl_arn  = aws_wafv2_web_acl.this[0].arn
}

# AWS WAF writes to groups of this beginning only.
resource "aws_cloudwatch_log_group" "requests" {
  count             = local.logs_requests ? 1 : 0
  name              = "aws-waf-logs-${local.name}"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key_arn
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count                   = local.logs_requests ? 1 : 0
  resource_arn            = aws_wafv2_web_acl.this[0].arn
  log_destination_configs = [aws_cloudwatch_log_group.requests[0].arn]

  # They let whoever reads them in.
  dynamic "redacted_fields" {
    for_each = toset(["authorization", "cookie"])

    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }
}
