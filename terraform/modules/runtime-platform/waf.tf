locals {
  makes_web_acl = local.has_listener && try(var.load_balancer.waf, false)
  has_web_acl   = local.makes_web_acl || (local.has_listener && try(var.load_balancer.web_acl_arn, null) != null)

  web_acl_rules = [
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
  ]
}

resource "aws_wafv2_web_acl" "this" {
  count       = local.makes_web_acl ? 1 : 0
  name        = local.name
  description = "Requests to the load balancer of ${local.name}"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = local.web_acl_rules

    content {
      name     = rule.value
      priority = rule.key

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.value
        }
      }

      visibility_config {
        metric_name                = rule.value
        cloudwatch_metrics_enabled = true
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    metric_name                = local.name
    cloudwatch_metrics_enabled = true
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count        = local.has_web_acl ? 1 : 0
  resource_arn = aws_lb.this[0].arn
  web_acl_arn  = local.makes_web_acl ? aws_wafv2_web_acl.this[0].arn : var.load_balancer.web_acl_arn
}
