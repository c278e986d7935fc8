# Within an organisation with sharing switched on, nobody has to accept.
resource "aws_ram_resource_share" "this" {
  name                      = local.name
  allow_external_principals = false
}

resource "aws_ram_resource_association" "network" {
  resource_share_arn = aws_ram_resource_share.this.arn
  resource_arn       = aws_vpclattice_service_network.this.arn

  # Nobody reaches it before its policy is there.
  depends_on = [aws_vpclattice_auth_policy.this]
}

resource "aws_ram_principal_association" "this" {
  for_each = toset(var.principals)

  resource_share_arn = aws_ram_resource_share.this.arn
  principal          = each.key
}
