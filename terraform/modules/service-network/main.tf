locals {
  name = "${var.service}-${var.key}"
  hash = substr(sha256(local.name), 0, 8)

  # VPC Lattice takes 3 to 63 characters for a network, 40 for all else.
  network_name = length(local.name) <= 63 ? local.name : "${substr(local.name, 0, 54)}-${local.hash}"
  short_name   = length(local.name) <= 24 ? local.name : "${trimsuffix(substr(local.name, 0, 15), "-")}-${local.hash}"

  partition = data.aws_partition.current.partition
}

data "aws_partition" "current" {}

resource "aws_vpclattice_service_network" "this" {
  name      = local.network_name
  auth_type = "AWS_IAM"
}

# The outermost door: services have policies of their own behind it. A call that
# is not signed has no organisation.
resource "aws_vpclattice_auth_policy" "this" {
  resource_identifier = aws_vpclattice_service_network.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "SignedCallsOfTheOrganisation"
      Effect    = "Allow"
      Principal = "*"
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
      Condition = {
        StringEquals = { "aws:PrincipalOrgID" = var.organization_id }
        ArnLike      = { "aws:PrincipalArn" = "arn:${local.partition}:iam::*:role${var.caller_path}*" }
      }
    }]
  })
}
