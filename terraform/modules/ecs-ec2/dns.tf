locals {
  makes_certificate = local.is_own && var.certificate_arn == null
  makes_record      = local.is_balanced && coalesce(var.dns_record, var.load_balancer != null)
  needs_zone        = local.makes_certificate || local.makes_record || (local.is_balanced && var.host == null)
  zone_id           = local.needs_zone ? nonsensitive(data.aws_ssm_parameter.zone_id[0].value) : null

  host = !local.is_balanced ? null : var.host != null ? replace(var.host, "{environment}", var.environment) : "${var.service}.${trimsuffix(data.aws_route53_zone.platform[0].name, ".")}"

  certificate_arn = local.makes_certificate ? aws_acm_certificate_validation.this[0].certificate_arn : var.certificate_arn

  front_door = (
    local.is_own ? { name = aws_lb.this[0].dns_name, zone_id = aws_lb.this[0].zone_id } :
    local.makes_record ? { name = data.aws_lb.shared[0].dns_name, zone_id = data.aws_lb.shared[0].zone_id } :
    null
  )
}

data "aws_route53_zone" "platform" {
  count   = local.is_balanced && var.host == null ? 1 : 0
  zone_id = local.zone_id
}

data "aws_lb" "shared" {
  count = local.is_shared && local.makes_record ? 1 : 0
  arn   = local.shared_load_balancer_arn
}

# One record for each Region, of which people get the nearest that is well. A plain
# record would have to go before a second Region could have its own.
resource "aws_route53_record" "host" {
  count          = local.makes_record ? 1 : 0
  zone_id        = local.zone_id
  name           = local.host
  type           = "A"
  set_identifier = data.aws_region.current.region

  latency_routing_policy {
    region = data.aws_region.current.region
  }

  alias {
    name                   = local.front_door.name
    zone_id                = local.front_door.zone_id
    evaluate_target_health = true
  }
}

resource "aws_acm_certificate" "this" {
  count             = local.makes_certificate ? 1 : 0
  domain_name       = local.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# Each Region's certificate wants the same record, and one of them writes it first.
resource "aws_route53_record" "certificate" {
  count           = local.makes_certificate ? 1 : 0
  allow_overwrite = true
  zone_id         = local.zone_id
  name            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.this[0].domain_validation_options).resource_record_value]
  ttl             = 300
}

resource "aws_acm_certificate_validation" "this" {
  count                   = local.makes_certificate ? 1 : 0
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = aws_route53_record.certificate[*].fqdn
}
