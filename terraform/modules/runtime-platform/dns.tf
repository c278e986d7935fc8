locals {
  # All Regions of an account share one zone, and one of them makes it.
  makes_zone = var.dns == null ? false : (
    var.dns.per_placement || coalesce(var.dns.home_region, var.region) == var.region
  )
  shares_zone = var.dns != null && !local.makes_zone

  zone_name = var.dns == null ? null : (
    var.dns.per_placement ? "${var.key}.${var.dns.domain}" : "${var.environment}.${var.dns.domain}"
  )
  zone_id = var.dns == null ? null : (
    local.makes_zone ? aws_route53_zone.this[0].zone_id : data.aws_route53_zone.shared[0].zone_id
  )

  # A certificate is issued once the internet finds the zone.
  is_delegated = var.dns == null ? false : var.dns.delegated || var.dns.parent_zone_id != null
}

resource "aws_route53_zone" "this" {
  count   = local.makes_zone ? 1 : 0
  name    = local.zone_name
  comment = "Services of ${local.name}"

  lifecycle {
    precondition {
      condition     = length(local.zone_name) <= 64
      error_message = "The zone would be ${local.zone_name}, of ${length(local.zone_name)} characters: a certificate's name has at most 64. Choose a shorter domain."
    }
  }
}

data "aws_route53_zone" "shared" {
  count        = local.shares_zone ? 1 : 0
  name         = local.zone_name
  private_zone = false
}

resource "aws_route53_record" "delegation" {
  count   = local.makes_zone && try(var.dns.parent_zone_id, null) != null ? 1 : 0
  zone_id = var.dns.parent_zone_id
  name    = local.zone_name
  type    = "NS"
  ttl     = 300
  records = aws_route53_zone.this[0].name_servers
}

# Who may issue certificates for names of the zone.
resource "aws_route53_record" "caa" {
  count   = local.makes_zone && length(try(var.dns.caa_issuers, [])) > 0 ? 1 : 0
  zone_id = aws_route53_zone.this[0].zone_id
  name    = local.zone_name
  type    = "CAA"
  ttl     = 300
  records = flatten([
    for issuer in var.dns.caa_issuers : ["0 issue \"${issuer}\"", "0 issuewild \"${issuer}\""]
  ])
}
