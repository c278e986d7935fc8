# Neither local zones nor those that one opts in to. A zone that has trouble is
# kept: without it, all subnets after it would be made anew.
data "aws_availability_zones" "this" {
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }

  # The control plane of EKS cannot be in these.
  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3"]

  lifecycle {
    postcondition {
      condition     = length(self.names) >= var.zones
      error_message = "The Region has ${length(self.names)} zones for the account: set zones to no more."
    }
  }
}

locals {
  zones = slice(sort(data.aws_availability_zones.this.names), 0, min(var.zones, length(data.aws_availability_zones.this.names)))

  # The VPC is cut into four parts or eight: a private subnet takes one, and the
  # last is shared by the small ones.
  bits = var.zones <= 3 ? 2 : 3
  last = cidrsubnet(aws_vpc.this.cidr_block, local.bits, pow(2, local.bits) - 1)

  # Half of the last part is for public subnets, half for those without a way out.
  small_bits = var.zones <= 3 ? 3 : 4
  half       = pow(2, local.small_bits - 1)
}

resource "aws_subnet" "private" {
  for_each = { for at, zone in local.zones : zone => at }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, local.bits, each.value)

  tags = merge({ Name = "${local.name}-private-${each.key}" }, var.eks == null ? {} : { "kubernetes.io/role/internal-elb" = "1" })
}

resource "aws_subnet" "public" {
  for_each = { for at, zone in local.zones : zone => at if local.has_public }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(local.last, local.small_bits, each.value)

  # Only what asks for a public address has one: NAT gateways and load balancers.
  map_public_ip_on_launch = false

  tags = merge({ Name = "${local.name}-public-${each.key}" }, var.eks == null ? {} : { "kubernetes.io/role/elb" = "1" })
}

resource "aws_subnet" "intra" {
  for_each = { for at, zone in local.zones : zone => at if var.intra_subnets }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(local.last, local.small_bits, local.half + each.value)

  tags = { Name = "${local.name}-intra-${each.key}" }
}

locals {
  private_subnet_ids = [for zone in local.zones : aws_subnet.private[zone].id]
  public_subnet_ids  = [for zone in local.zones : aws_subnet.public[zone].id if local.has_public]
  intra_subnet_ids   = [for zone in local.zones : aws_subnet.intra[zone].id if var.intra_subnets]
}
