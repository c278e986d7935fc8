locals {
  private_ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]

  # RFC 1918 and 6598; the VPC itself, which may have other addresses; and VPC
  # Lattice, whose addresses are link-local.
  trusted_ranges = distinct(concat([aws_vpc.this.cidr_block], local.private_ranges, ["169.254.0.0/16"]))
}

resource "aws_network_acl" "private" {
  count      = var.restrict_private_subnets ? 1 : 0
  vpc_id     = aws_vpc.this.id
  subnet_ids = concat(local.private_subnet_ids, local.intra_subnet_ids)

  dynamic "ingress" {
    for_each = { for at, range in local.trusted_ranges : 100 + 10 * at => range }

    content {
      rule_no    = ingress.key
      action     = "allow"
      protocol   = "-1"
      cidr_block = ingress.value
      from_port  = 0
      to_port    = 0
    }
  }

  # Answers to what was asked from within.
  dynamic "ingress" {
    for_each = { 200 = "tcp", 210 = "udp" }

    content {
      rule_no    = ingress.key
      action     = "allow"
      protocol   = ingress.value
      cidr_block = local.public_ipv4
      from_port  = 1024
      to_port    = 65535
    }
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = local.public_ipv4
    from_port  = 0
    to_port    = 0
  }

  tags = { Name = "${local.name}-private" }
}
