locals {
  # Nothing is public that nothing public needs.
  has_public = var.nat != "none" || try(var.load_balancer.internet_facing, false)

  nat_zones = {
    none       = []
    single     = slice(local.zones, 0, 1)
    "per-zone" = local.zones
  }[var.nat]
}

resource "aws_internet_gateway" "this" {
  count  = local.has_public ? 1 : 0
  vpc_id = aws_vpc.this.id

  tags = { Name = local.name }
}

resource "aws_route_table" "public" {
  count  = local.has_public ? 1 : 0
  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-public" }
}

resource "aws_route" "internet" {
  count                  = local.has_public ? 1 : 0
  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = local.public_ipv4
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public[0].id
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)
  domain   = "vpc"

  tags = { Name = "${local.name}-nat-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = { Name = "${local.name}-${each.key}" }

  depends_on = [aws_internet_gateway.this]
}

# One for each zone, so that another way out in one of them touches no other.
resource "aws_route_table" "private" {
  for_each = aws_subnet.private
  vpc_id   = aws_vpc.this.id

  tags = { Name = "${local.name}-private-${each.key}" }
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_route" "nat" {
  for_each = { for zone in local.zones : zone => var.nat == "per-zone" ? zone : local.zones[0] if var.nat != "none" }

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = local.public_ipv4
  nat_gateway_id         = aws_nat_gateway.this[each.value].id
}

resource "aws_route_table" "intra" {
  count  = var.intra_subnets ? 1 : 0
  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-intra" }
}

resource "aws_route_table_association" "intra" {
  for_each = aws_subnet.intra

  subnet_id      = each.value.id
  route_table_id = aws_route_table.intra[0].id
}
