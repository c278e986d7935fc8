locals {
  transit_gateway = one([
    for gateway in var.transit_gateways : gateway.id
    if coalesce(gateway.region, var.region) == var.region
  ])

  # Zones and ranges are known before anything is made.
  transit_routes = local.transit_gateway == null ? {} : {
    for pair in setproduct(local.zones, var.transit_gateway_routes) :
    "${pair[0]} ${pair[1]}" => { zone = pair[0], range = pair[1] }
  }
}

# Into which route tables of the gateway it comes is the gateway's owner's choice.
resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  count              = local.transit_gateway == null ? 0 : 1
  transit_gateway_id = local.transit_gateway
  vpc_id             = aws_vpc.this.id
  subnet_ids         = local.private_subnet_ids
  dns_support        = "enable"

  tags = { Name = local.name }
}

resource "aws_route" "transit" {
  for_each = local.transit_routes

  route_table_id         = aws_route_table.private[each.value.zone].id
  destination_cidr_block = each.value.range
  transit_gateway_id     = local.transit_gateway

  # EC2 refuses a route to a gateway that the VPC is not attached to yet.
  depends_on = [aws_ec2_transit_gateway_vpc_attachment.this]
}
