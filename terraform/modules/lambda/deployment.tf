locals {
  alias     = "live"
  alias_arn = "${aws_lambda_function.this.arn}:${local.alias}"
  gradual   = contains(["canary", "linear"], var.deployment.strategy)
  held      = var.deployment.strategy == "weighted"

  # The stable version is the alias's own, and the newest one its additional.
  version = local.held ? var.deployment.stable_version : aws_lambda_function.this.version
  weights = local.held && var.deployment.percent > 0 ? [{
    FunctionVersion = aws_lambda_function.this.version
    FunctionWeight  = var.deployment.percent / 100
  }] : []

  live = {
    Type = "AWS::Lambda::Alias"
    Properties = merge(
      {
        FunctionName    = aws_lambda_function.this.function_name
        FunctionVersion = local.version
        Name            = local.alias
      },
      var.provisioned_concurrency == 0 ? {} : {
        ProvisionedConcurrencyConfig = { ProvisionedConcurrentExecutions = var.provisioned_concurrency }
      },
      length(local.weights) == 0 ? {} : {
        RoutingConfig = { AdditionalVersionWeights = local.weights }
      },
    )
  }

  # CodeDeploy moves requests, watches and goes back; CloudFormation waits for it.
  watched = !local.gradual ? {} : {
    UpdatePolicy = {
      CodeDeployLambdaAliasUpdate = {
        ApplicationName     = aws_codedeploy_app.this[0].name
        DeploymentGroupName = aws_codedeploy_deployment_group.this[0].deployment_group_name
      }
    }
  }
}

# The alias is a stack's, as Terraform can neither start a deployment of CodeDeploy
# nor move an alias by and by: CloudFormation does, and fails this apply with it.
# For every strategy, so that a change of strategy makes no new alias.
resource "aws_cloudformation_stack" "live" {
  name       = "soa-${local.name}-live"
  on_failure = "DELETE"

  template_body = jsonencode({
    AWSTemplateFormatVersion = "2010-09-09"
    Description              = "Which version of ${local.function_name} is live. Terraform of ${local.name} looks after it."
    Resources                = { Live = merge(local.live, local.watched) }
  })

  # A linear deployment takes its minutes for each step.
  timeouts {
    create = "30m"
    update = "${30 + (local.gradual ? var.deployment.minutes * (var.deployment.strategy == "linear" ? ceil(100 / var.deployment.percent) : 1) : 0)}m"
  }

  # A deployment is only as good as what watches it.
  depends_on = [
    aws_cloudwatch_metric_alarm.errors,
    aws_cloudwatch_metric_alarm.new_version,
    aws_iam_role_policy.deployment,
  ]

  lifecycle {
    precondition {
      condition     = !local.held || try(tonumber(var.deployment.stable_version) < tonumber(aws_lambda_function.this.version), true) || var.deployment.percent == 0
      error_message = "The stable version has to be older than the newest one, which is ${aws_lambda_function.this.version}."
    }
  }
}

resource "aws_codedeploy_app" "this" {
  count            = local.gradual ? 1 : 0
  name             = "soa-${local.name}"
  compute_platform = "Lambda"
}

resource "aws_codedeploy_deployment_config" "this" {
  count                  = local.gradual ? 1 : 0
  deployment_config_name = "soa-${local.name}-${var.deployment.strategy}-${var.deployment.percent}-${var.deployment.minutes}"
  compute_platform       = "Lambda"

  traffic_routing_config {
    type = var.deployment.strategy == "canary" ? "TimeBasedCanary" : "TimeBasedLinear"

    dynamic "time_based_canary" {
      for_each = var.deployment.strategy == "canary" ? [var.deployment] : []

      content {
        percentage = time_based_canary.value.percent
        interval   = time_based_canary.value.minutes
      }
    }

    dynamic "time_based_linear" {
      for_each = var.deployment.strategy == "linear" ? [var.deployment] : []

      content {
        percentage = time_based_linear.value.percent
        interval   = time_based_linear.value.minutes
      }
    }
  }

  # It cannot be changed, nor taken away while the group uses it.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_codedeploy_deployment_group" "this" {
  count                  = local.gradual ? 1 : 0
  app_name               = aws_codedeploy_app.this[0].name
  deployment_group_name  = local.alias
  deployment_config_name = aws_codedeploy_deployment_config.this[0].deployment_config_name
  service_role_arn       = aws_iam_role.deployment[0].arn

  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }

  alarm_configuration {
    enabled = true
    alarms = [
      aws_cloudwatch_metric_alarm.errors.alarm_name,
      aws_cloudwatch_metric_alarm.new_version[0].alarm_name,
    ]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
  }
}
