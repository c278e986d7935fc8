locals {
  has_host = var.host != null || var.platform_host
  host     = var.platform_host ? "${var.service}.${trimsuffix(data.aws_route53_zone.platform[0].name, ".")}" : var.host == null ? null : replace(var.host, "{environment}", var.environment)
  zone_id  = !local.has_host ? null : var.zone_id != null ? var.zone_id : nonsensitive(data.aws_ssm_parameter.zone_id[0].value)
}

data "aws_route53_zone" "platform" {
  count   = var.platform_host ? 1 : 0
  zone_id = local.zone_id
}

resource "aws_acm_certificate" "this" {
  count             = local.has_host ? 1 : 0
  region            = local.cloudfront_region
  domain_name       = local.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "certificate" {
  count           = local.has_host ? 1 : 0
  allow_overwrite = true
  zone_id         = local.zone_id
  name            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.this[0].domain_validation_options).resource_record_value]
  ttl             = 300
}

resource "aws_acm_certificate_validation" "this" {
  count                   = local.has_host ? 1 : 0
  region                  = local.cloudfront_region
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = aws_route53_record.certificate[*].fqdn
}

resource "aws_route53_record" "host" {
  for_each = local.has_host ? toset(["A", "AAAA"]) : toset([])

  zone_id = local.zone_id
  name    = local.host
  type    = each.value

  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}
