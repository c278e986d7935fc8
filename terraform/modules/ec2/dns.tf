locals {
  zone_id = local.has_group ? nonsensitive(data.aws_ssm_parameter.zone_id[0].value) : null
  host    = var.host != null ? replace(var.host, "{environment}", var.environment) : one([for zone in data.aws_route53_zone.platform : "${var.service}.${trimsuffix(zone.name, ".")}"])

  front_door = (
    local.is_own ? { name = aws_lb.this[0].dns_name, zone_id = aws_lb.this[0].zone_id } :
    local.is_shared ? { name = data.aws_lb.shared[0].dns_name, zone_id = data.aws_lb.shared[0].zone_id } :
    null
  )

  # One record, or one for each Region, of which people get the nearest that is well.
  is_latency = length(var.regions) > 1
}

data "aws_route53_zone" "platform" {
  count   = local.has_group && var.host == null ? 1 : 0
  zone_id = local.zone_id
}

resource "aws_route53_record" "host" {
  count          = local.has_group ? 1 : 0
  zone_id        = local.zone_id
  name           = local.host
  type           = "A"
  set_identifier = local.is_latency ? data.aws_region.current.region : null

  alias {
    name                   = local.front_door.name
    zone_id                = local.front_door.zone_id
    evaluate_target_health = true
  }

  dynamic "latency_routing_policy" {
    for_each = local.is_latency ? [data.aws_region.current.region] : []

    content {
      region = latency_routing_policy.value
    }
  }
}

resource "aws_acm_certificate" "this" {
  count             = local.is_own ? 1 : 0
  domain_name       = local.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# Each Region's certificate wants the same record, and one of them writes it first.
resource "aws_route53_record" "certificate" {
  count           = local.is_own ? 1 : 0
  allow_overwrite = true
  zone_id         = local.zone_id
  name            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.this[0].domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.this[0].domain_validation_options).resource_record_value]
  ttl             = 300
}

resource "aws_acm_certificate_validation" "this" {
  count                   = local.is_own ? 1 : 0
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = aws_route53_record.certificate[*].fqdn
}
