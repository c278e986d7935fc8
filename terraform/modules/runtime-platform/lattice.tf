locals {
  service_network = one([
    for network in var.service_networks : network.arn
    if coalesce(network.region, split(":", network.arn)[3]) == var.region
  ])
}

resource "aws_vpclattice_service_network_vpc_association" "this" {
  count                      = local.service_network == null ? 0 : 1
  service_network_identifier = local.service_network
  vpc_identifier             = aws_vpc.this.id
  security_group_ids         = [aws_security_group.lattice[0].id]
}

resource "aws_security_group" "lattice" {
  count       = local.service_network == null ? 0 : 1
  name_prefix = "soa-${local.name}-lattice-"
  description = "Who in ${local.name} may call services of the network"
  vpc_id      = aws_vpc.this.id

  lifecycle {
    create_before_destroy = true
  }
}

# Whether a caller may is for the services' own policies to say.
resource "aws_vpc_security_group_ingress_rule" "lattice" {
  count             = local.service_network == null ? 0 : 1
  security_group_id = aws_security_group.lattice[0].id
  description       = "From within the VPC"
  cidr_ipv4         = aws_vpc.this.cidr_block
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
