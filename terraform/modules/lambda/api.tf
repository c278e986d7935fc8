locals {
  is_api = var.endpoint == "api"

  authorization_types = { iam = "AWS_IAM", jwt = "JWT", none = "NONE" }
}

resource "aws_apigatewayv2_api" "this" {
  count         = local.is_api ? 1 : 0
  name          = local.name
  description   = "Calls ${local.function_name}"
  protocol_type = "HTTP"

  # Its own name would go past DNS, and past the other Regions.
  disable_execute_api_endpoint = var.host != null
}

resource "aws_apigatewayv2_integration" "this" {
  count                  = local.is_api ? 1 : 0
  api_id                 = aws_apigatewayv2_api.this[0].id
  integration_type       = "AWS_PROXY"
  payload_format_version = "2.0"
  integration_uri        = "arn:${local.partition}:apigateway:${local.region}:lambda:path/2015-03-31/functions/${local.alias_arn}/invocations"

  # HTTP APIs wait for 30 seconds and no longer.
  timeout_milliseconds = min(30000, var.timeout * 1000)

  depends_on = [aws_cloudformation_stack.live]
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  count            = local.is_api && var.jwt != null ? 1 : 0
  api_id           = aws_apigatewayv2_api.this[0].id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.jwt.issuer
    audience = var.jwt.audience
  }
}

resource "aws_apigatewayv2_route" "default" {
  count              = local.is_api ? 1 : 0
  api_id             = aws_apigatewayv2_api.this[0].id
  route_key          = "$default"
  target             = "integrations/${aws_apigatewayv2_integration.this[0].id}"
  authorization_type = local.authorization_types[var.authorization]
  authorizer_id      = one(aws_apigatewayv2_authorizer.jwt[*].id)
}

# Under this prefix the account's one policy for such logs need not grow with
# every service: CloudWatch ends it at 5120 characters.
resource "aws_cloudwatch_log_group" "access" {
  count             = local.is_api ? 1 : 0
  name              = "/aws/vendedlogs/soa/${local.name}"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key
}

resource "aws_apigatewayv2_stage" "default" {
  count       = local.is_api ? 1 : 0
  api_id      = aws_apigatewayv2_api.this[0].id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit    = var.throttling.rate
    throttling_burst_limit   = var.throttling.burst
    detailed_metrics_enabled = true
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access[0].arn
    format = jsonencode({
      requestId        = "$context.requestId"
      time             = "$context.requestTime"
      sourceIp         = "$context.identity.sourceIp"
      userAgent        = "$context.identity.userAgent"
      caller           = "$context.identity.userArn"
      method           = "$context.httpMethod"
      path             = "$context.path"
      protocol         = "$context.protocol"
      status           = "$context.status"
      responseLength   = "$context.responseLength"
      latency          = "$context.responseLatency"
      functionLatency  = "$context.integrationLatency"
      functionStatus   = "$context.integrationStatus"
      error            = "$context.error.message"
      integrationError = "$context.integrationErrorMessage"
    })
  }
}

resource "aws_lambda_permission" "api" {
  count         = local.is_api ? 1 : 0
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  function_name = aws_lambda_function.this.function_name
  qualifier     = local.alias
  source_arn    = "${aws_apigatewayv2_api.this[0].execution_arn}/*"

  depends_on = [aws_cloudformation_stack.live]
}
