locals {
  called = sort(distinct(compact([for consumed in var.consumes : consumed.lattice_service_arn])))

  # VPC Lattice is reached from within a VPC only.
  in_vpc = var.vpc || length(local.called) > 0
}

data "aws_vpc" "platform" {
  count = local.in_vpc ? 1 : 0
  id    = nonsensitive(data.aws_ssm_parameter.vpc_id[0].value)
}

data "aws_ec2_managed_prefix_list" "lattice" {
  count = length(local.called) > 0 ? 1 : 0
  name  = "com.amazonaws.${local.region}.vpc-lattice"
}

# Nothing comes in: Lambda calls the code beside the network.
resource "aws_security_group" "this" {
  count = local.in_vpc ? 1 : 0

  # EC2 refuses names that begin with "sg-", as a service's own may.
  name_prefix = "soa-${local.name}-"
  description = "Function ${local.name}"
  vpc_id      = data.aws_vpc.platform[0].id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "https" {
  count             = local.in_vpc ? 1 : 0
  security_group_id = aws_security_group.this[0].id
  description       = "To AWS and to other services"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "lattice" {
  count             = length(local.called) > 0 ? 1 : 0
  security_group_id = aws_security_group.this[0].id
  description       = "To services in other accounts, through VPC Lattice"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.lattice[0].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

# A VPC has more than one range once it has grown.
resource "aws_vpc_security_group_egress_rule" "vpc" {
  for_each = !local.in_vpc ? {} : merge([
    for range in data.aws_vpc.platform[0].cidr_block_associations : {
      for port in var.egress_ports : "${range.cidr_block}:${port}" => { range = range.cidr_block, port = port }
    } if range.state == "associated"
  ]...)

  security_group_id = aws_security_group.this[0].id
  description       = "To others in the VPC"
  cidr_ipv4         = each.value.range
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
