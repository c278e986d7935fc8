locals {
  given_certificate = one([
    for certificate in var.certificates : certificate.arn
    if coalesce(certificate.region, split(":", certificate.arn)[3]) == var.region
  ])

  makes_certificate = var.load_balancer != null && local.given_certificate == null && local.is_delegated
}

resource "aws_acm_certificate" "this" {
  count                     = local.makes_certificate ? 1 : 0
  domain_name               = local.zone_name
  subject_alternative_names = ["*.${local.zone_name}"]
  validation_method         = "DNS"
  key_algorithm             = "EC_prime256v1"

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_route53_record.caa]
}

# Both names are proven by one record, and it is the same in every Region of the
# account: whoever has the zone has it.
resource "aws_route53_record" "certificate" {
  count   = local.makes_certificate && local.makes_zone ? 1 : 0
  zone_id = local.zone_id
  name    = tolist(aws_acm_certificate.this[0].domain_validation_options)[0].resource_record_name
  type    = tolist(aws_acm_certificate.this[0].domain_validation_options)[0].resource_record_type
  ttl     = 300
  records = [tolist(aws_acm_certificate.this[0].domain_validation_options)[0].resource_record_value]
}

resource "aws_acm_certificate_validation" "this" {
  count           = local.makes_certificate ? 1 : 0
  certificate_arn = aws_acm_certificate.this[0].arn

  depends_on = [aws_route53_record.certificate, aws_route53_record.delegation]

  timeouts {
    create = "30m"
  }
}
