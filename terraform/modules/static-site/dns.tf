locals {
  zone_id = var.host == null ? null : var.zone_id != null ? var.zone_id : nonsensitive(data.aws_ssm_parameter.zone_id[0].value)
}

resource "aws_acm_certificate" "this" {
  count             = var.host == null ? 0 : 1
  region            = local.cloudfront_region
  domain_name       = var.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "certificate" {
  count           = var.host == null ? 0 : 1
  allow_overwrite = true
  zone_id         = local.zone_id
  name            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.this[0].domain_validation_options).resource_record_value]
  ttl             = 300
}

resource "aws_acm_certificate_validation" "this" {
  count                   = var.host == null ? 0 : 1
  region                  = local.cloudfront_region
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = aws_route53_record.certificate[*].fqdn
}

resource "aws_route53_record" "host" {
  for_each = var.host == null ? toset([]) : toset(["A", "AAAA"])

  zone_id = local.zone_id
  name    = var.host
  type    = each.value

  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}
