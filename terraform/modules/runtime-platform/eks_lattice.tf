locals {
  has_gateway_controller = var.eks != null && local.service_network != null

  # As the chart of the controller has it.
  gateway_controller = {
    namespace       = "aws-application-networking-system"
    service_account = "gateway-api-controller"
  }
}

# The AWS Gateway API Controller finds a network by its name.
data "aws_vpclattice_service_network" "eks" {
  count                      = local.has_gateway_controller ? 1 : 0
  service_network_identifier = local.service_network
}

resource "aws_iam_role" "gateway_controller" {
  count                = local.has_gateway_controller ? 1 : 0
  name                 = "${local.role_name}-gateway"
  path                 = "/soa/"
  description          = "The AWS Gateway API Controller of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:SourceAccount"                         = var.account
          "aws:RequestTag/kubernetes-namespace"       = local.gateway_controller.namespace
          "aws:RequestTag/kubernetes-service-account" = local.gateway_controller.service_account
        }
        ArnEquals = { "aws:SourceArn" = aws_eks_cluster.this[0].arn }
      }
    }]
  })
}

# Less than the controller's own policy has: networks and their logs are the
# platform's, and so is who may call anything on them.
resource "aws_iam_role_policy" "gateway_controller" {
  count = local.has_gateway_controller ? 1 : 0
  name  = "offer-services"
  role  = aws_iam_role.gateway_controller[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "OfferServices"
        Effect = "Allow"
        Action = concat(
          ["vpc-lattice:DeregisterTargets", "vpc-lattice:Get*", "vpc-lattice:List*", "vpc-lattice:RegisterTargets", "vpc-lattice:TagResource", "vpc-lattice:UntagResource"],
          flatten([
            for resource in ["Listener", "Rule", "Service", "ServiceNetworkServiceAssociation", "TargetGroup"] : [
              for verb in ["Create", "Delete", "Update"] : "vpc-lattice:${verb}${resource}" if "${verb}${resource}" != "UpdateServiceNetworkServiceAssociation"
            ]
          ]),
        )
        Resource = "*"
      },
      {
        Sid      = "SayWhoCallsServices"
        Effect   = "Allow"
        Action   = ["vpc-lattice:DeleteAuthPolicy", "vpc-lattice:PutAuthPolicy"]
        Resource = "arn:${local.partition}:vpc-lattice:${var.region}:${var.account}:service/*"
      },
      {
        Sid      = "FindWhatIsThere"
        Effect   = "Allow"
        Action   = ["acm:ListCertificates", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcs", "tag:GetResources", "tag:TagResources", "tag:UntagResources"]
        Resource = "*"
      },
      {
        Sid       = "LetLatticeLookAtTargets"
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "arn:${local.partition}:iam::${var.account}:role/aws-service-role/vpc-lattice.amazonaws.com/*"
        Condition = { StringEquals = { "iam:AWSServiceName" = "vpc-lattice.amazonaws.com" } }
      },
    ]
  })
}

# It may be there before the controller is, which is installed in the cluster.
resource "aws_eks_pod_identity_association" "gateway_controller" {
  count           = local.has_gateway_controller ? 1 : 0
  cluster_name    = aws_eks_cluster.this[0].name
  namespace       = local.gateway_controller.namespace
  service_account = local.gateway_controller.service_account
  role_arn        = aws_iam_role.gateway_controller[0].arn
}
