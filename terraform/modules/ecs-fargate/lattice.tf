locals {
  organization_id = var.organization_id != null ? var.organization_id : one(data.aws_organizations_organization.current[*].id)
}

# Every member may ask for its organisation's id, though for little else.
data "aws_organizations_organization" "current" {
  count = var.lattice && var.organization_id == null ? 1 : 0

  # Whoever may more, as in the management account, would read all of its accounts.
  return_organization_only = true
}

resource "aws_vpclattice_service" "this" {
  count     = var.lattice ? 1 : 0
  name      = local.lattice_name
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_target_group" "this" {
  count = var.lattice ? 1 : 0
  name  = local.lattice_name
  type  = "IP"

  config {
    vpc_identifier   = local.vpc_id
    protocol         = "HTTP"
    protocol_version = "HTTP1"
    # Each task comes with its own.
    port = 80

    health_check {
      enabled  = true
      path     = var.health_check_path
      protocol = "HTTP"

      matcher {
        value = "200-399"
      }
    }
  }
}

resource "aws_vpclattice_listener" "this" {
  count              = var.lattice ? 1 : 0
  name               = "https"
  service_identifier = aws_vpclattice_service.this[0].id
  protocol           = "HTTPS"
  port               = 443

  default_action {
    forward {
      target_groups {
        target_group_identifier = aws_vpclattice_target_group.this[0].id
        weight                  = 100
      }
    }
  }
}

resource "aws_vpclattice_service_network_service_association" "this" {
  count                      = var.lattice ? 1 : 0
  service_identifier         = aws_vpclattice_service.this[0].id
  service_network_identifier = nonsensitive(data.aws_ssm_parameter.service_network_arn[0].value)

  # Nobody may call before it is said who may.
  depends_on = [aws_vpclattice_auth_policy.this]
}

# Signed calls of the organisation's services, and of nobody else. A call without a
# signature is nobody's, and has no organisation.
resource "aws_vpclattice_auth_policy" "this" {
  count               = var.lattice ? 1 : 0
  resource_identifier = aws_vpclattice_service.this[0].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
      Condition = {
        StringEquals = { "aws:PrincipalOrgID" = local.organization_id }
        ArnLike      = { "aws:PrincipalArn" = "arn:${data.aws_partition.current.partition}:iam::*:role/soa/*" }
      }
    }]
  })
}
