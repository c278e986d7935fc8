locals {
  # What is for this placement.
  resources = one([
    for resources in var.resources : resources
    if coalesce(resources.environment, var.environment) == var.environment && coalesce(resources.region, var.region) == var.region
  ])

  targets = { for target in try(local.resources.targets, []) : target.name => target }
}

resource "aws_vpclattice_resource_gateway" "this" {
  count              = local.resources == null ? 0 : 1
  name               = "${local.short_name}-rgw"
  vpc_id             = local.resources.vpc_id
  subnet_ids         = local.resources.subnet_ids
  security_group_ids = [aws_security_group.gateway[0].id]
}

# Any member of the network reaches what the gateway does: it can send to the
# targets' ports, and to nothing else.
resource "aws_security_group" "gateway" {
  count       = local.resources == null ? 0 : 1
  name_prefix = "soa-${local.name}-gateway-"
  description = "The resource gateway of ${local.name}"
  vpc_id      = local.resources.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "gateway" {
  for_each = {
    for pair in setproduct(distinct(flatten([for target in local.targets : target.ports])), try(local.resources.target_ranges, [])) :
    "${pair[0]} ${pair[1]}" => { ports = split("-", pair[0]), range = pair[1] }
  }

  security_group_id = aws_security_group.gateway[0].id
  description       = "To targets"
  cidr_ipv4         = each.value.range
  ip_protocol       = "tcp"
  from_port         = tonumber(each.value.ports[0])
  to_port           = tonumber(reverse(each.value.ports)[0])
}

resource "aws_vpclattice_resource_configuration" "this" {
  for_each = local.targets

  name                                           = "${local.short_name}-${each.key}"
  type                                           = "SINGLE"
  protocol                                       = "TCP"
  port_ranges                                    = each.value.ports
  resource_gateway_identifier                    = aws_vpclattice_resource_gateway.this[0].id
  allow_association_to_shareable_service_network = true

  resource_configuration_definition {
    dynamic "dns_resource" {
      for_each = each.value.dns_name == null ? [] : [each.value.dns_name]

      content {
        domain_name     = dns_resource.value
        ip_address_type = "IPV4"
      }
    }

    dynamic "ip_resource" {
      for_each = each.value.ip_address == null ? [] : [each.value.ip_address]

      content {
        ip_address = ip_resource.value
      }
    }
  }
}

resource "aws_vpclattice_service_network_resource_association" "this" {
  for_each = local.targets

  resource_configuration_identifier = aws_vpclattice_resource_configuration.this[each.key].id
  service_network_identifier        = aws_vpclattice_service_network.this.id
}
