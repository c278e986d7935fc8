locals {
  has_own_network = var.own_network != null

  vpc_id = local.has_own_network ? aws_vpc.own[0].id : data.aws_vpc.platform[0].id

  own_subnet_ids    = [for zone in local.own_zones : aws_subnet.own[zone].id]
  subnet_ids        = local.has_own_network ? local.own_subnet_ids : split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids[0].value))
  public_subnet_ids = local.has_own_network ? local.own_subnet_ids : split(",", try(nonsensitive(data.aws_ssm_parameter.public_subnet_ids[0].value), ""))

  # A load balancer wants two.
  own_zones = local.has_own_network ? slice(sort(data.aws_availability_zones.this[0].names), 0, 2) : []
}

# Neither local zones nor those that one opts in to, nor those without Fargate.
data "aws_availability_zones" "this" {
  count            = local.has_own_network ? 1 : 0
  exclude_zone_ids = ["apne1-az3", "usw1-az2"]

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_vpc" "own" {
  count                = local.has_own_network ? 1 : 0
  cidr_block           = var.own_network.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = local.name }
}

# It belongs to whatever names no group: nothing may go in or out.
resource "aws_default_security_group" "closed" {
  count   = local.has_own_network ? 1 : 0
  vpc_id  = aws_vpc.own[0].id
  ingress = []
  egress  = []

  tags = { Name = "${local.name}-closed" }
}

resource "aws_internet_gateway" "own" {
  count  = local.has_own_network ? 1 : 0
  vpc_id = aws_vpc.own[0].id

  tags = { Name = local.name }
}

# All are public: a NAT gateway costs more by the hour than the addresses of some tasks.
resource "aws_subnet" "own" {
  for_each = { for at, zone in local.own_zones : zone => at }

  vpc_id            = aws_vpc.own[0].id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.own_network.cidr, 1, each.value)

  # Only what asks for a public address has one: tasks and the load balancer.
  map_public_ip_on_launch = false

  tags = { Name = "${local.name}-${each.key}" }
}

resource "aws_route_table" "own" {
  count  = local.has_own_network ? 1 : 0
  vpc_id = aws_vpc.own[0].id

  tags = { Name = local.name }
}

resource "aws_route_table_association" "own" {
  for_each = aws_subnet.own

  subnet_id      = each.value.id
  route_table_id = aws_route_table.own[0].id
}

resource "aws_route" "internet" {
  count                  = local.has_own_network ? 1 : 0
  route_table_id         = aws_route_table.own[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.own[0].id

  # Whatever waits for the way out waits for all subnets to have it.
  depends_on = [aws_route_table_association.own]
}
