locals {
  # A VPC has more than one range once it has grown.
  vpc_ranges = toset(local.has_own_network ? [var.own_network.cidr] : [
    for range in data.aws_vpc.platform[0].cidr_block_associations : range.cidr_block
    if range.state == "associated"
  ])

  # A load balancer of the service's own is all that calls it, unless others of the
  # VPC do through Service Connect.
  task_clients = local.is_own && var.service_connect == null ? toset([]) : local.vpc_ranges

  calls_lattice = anytrue([for consumed in var.consumes : consumed.lattice_service_arn != null])
}

resource "aws_security_group" "this" {
  # EC2 refuses names that begin with "sg-", as a service's own may.
  name_prefix = "soa-${local.name}-"
  description = "Tasks of ${local.name}"
  vpc_id      = local.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "vpc" {
  for_each = local.task_clients

  security_group_id = aws_security_group.this.id
  description       = "From within the VPC, where the load balancer is"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = local.is_own ? 1 : 0

  security_group_id            = aws_security_group.this.id
  description                  = "From the service's load balancer"
  referenced_security_group_id = aws_security_group.load_balancer[0].id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
}

resource "aws_vpc_security_group_ingress_rule" "lattice" {
  count = var.lattice ? 1 : 0

  security_group_id = aws_security_group.this.id
  description       = "From VPC Lattice"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.lattice[0].id
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "To AWS and to other services"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "lattice" {
  count = local.calls_lattice ? 1 : 0

  security_group_id = aws_security_group.this.id
  description       = "To other services, through VPC Lattice"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.lattice[0].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# The proxy of Service Connect calls tasks on the ports that they listen on.
resource "aws_vpc_security_group_egress_rule" "service_connect" {
  for_each = var.service_connect == null ? toset([]) : local.vpc_ranges

  security_group_id = aws_security_group.this.id
  description       = "To other services of the VPC, through Service Connect"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 1024
  to_port           = 65535
}

resource "aws_vpc_security_group_egress_rule" "given" {
  for_each = { for rule in var.egress : "${rule.cidr_ipv4}:${rule.port}" => rule }

  security_group_id = aws_security_group.this.id
  description       = each.value.description
  cidr_ipv4         = each.value.cidr_ipv4
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

data "aws_ec2_managed_prefix_list" "lattice" {
  count = var.lattice || local.calls_lattice ? 1 : 0
  name  = "com.amazonaws.${data.aws_region.current.region}.vpc-lattice"
}
