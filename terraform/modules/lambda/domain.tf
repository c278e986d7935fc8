locals {
  host = var.host == null ? null : replace(var.host, "{environment}", var.environment)
}

resource "aws_acm_certificate" "this" {
  count             = var.host == null ? 0 : 1
  domain_name       = local.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# The same in every Region, so that whoever comes second finds it there.
resource "aws_route53_record" "certificate" {
  for_each = var.host == null ? {} : { (local.host) = one(aws_acm_certificate.this[0].domain_validation_options) }

  zone_id         = nonsensitive(data.aws_ssm_parameter.zone_id[0].value)
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  count                   = var.host == null ? 0 : 1
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = [for record in aws_route53_record.certificate : record.fqdn]
}

resource "aws_apigatewayv2_domain_name" "this" {
  count       = var.host == null ? 0 : 1
  domain_name = local.host

  domain_name_configuration {
    certificate_arn = aws_acm_certificate_validation.this[0].certificate_arn
    endpoint_type   = "REGIONAL"

    # The newest that HTTP APIs have; it takes TLS 1.3, too.
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "this" {
  count       = var.host == null ? 0 : 1
  api_id      = aws_apigatewayv2_api.this[0].id
  stage       = aws_apigatewayv2_stage.default[0].id
  domain_name = aws_apigatewayv2_domain_name.this[0].id
}

# A Region that answers with errors gets no more people while there is another one.
resource "aws_route53_health_check" "this" {
  count                           = var.host != null && length(var.regions) > 1 ? 1 : 0
  reference_name                  = substr(local.name, 0, 27)
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.server_errors[0].alarm_name
  cloudwatch_alarm_region         = local.region
  insufficient_data_health_status = "Healthy"
}

resource "aws_route53_record" "host" {
  for_each = toset(var.host == null ? [] : ["A", "AAAA"])

  zone_id         = nonsensitive(data.aws_ssm_parameter.zone_id[0].value)
  name            = local.host
  type            = each.value
  set_identifier  = var.key
  health_check_id = one(aws_route53_health_check.this[*].id)

  latency_routing_policy {
    region = local.region
  }

  alias {
    name                   = aws_apigatewayv2_domain_name.this[0].domain_name_configuration[0].target_domain_name
    zone_id                = aws_apigatewayv2_domain_name.this[0].domain_name_configuration[0].hosted_zone_id
    evaluate_target_health = false
  }
}
