locals {
  portal_reads = concat(
    [
      {
        Effect   = "Allow"
        Action   = ["cloudtrail:LookupEvents"]
        Resource = ["*"]
      },
      {
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
        Resource = [
          for name in ["baseline", "platform"] : "arn:${data.aws_partition.current.partition}:ssm:*:${var.account}:parameter/soa/${name}/*"
        ]
      },
    ],
    try(var.portal_role.organization, false) ? [{
      Effect = "Allow"
      Action = [
        "organizations:DescribeAccount", "organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListAccountsForParent",
        "organizations:ListOrganizationalUnitsForParent", "organizations:ListParents", "organizations:ListPoliciesForTarget", "organizations:ListRoots",
        "organizations:ListTagsForResource",
      ]
      Resource = ["*"]
    }] : [],
  )
}

# Without a path, as the portal looks for it by its name.
resource "aws_iam_role" "portal" {
  count                = var.portal_role == null ? 0 : 1
  name                 = var.portal_role.name
  description          = "Backstage reads events, baseline and platforms"
  permissions_boundary = aws_iam_policy.service_boundary.arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = var.portal_role.principal_arn }
      },
      { for key, value in { Condition = { StringEquals = { "sts:ExternalId" = var.portal_role.external_id } } } : key => value if var.portal_role.external_id != null },
    )]
  })
}

resource "aws_iam_role_policy" "portal" {
  count  = var.portal_role == null ? 0 : 1
  name   = "read"
  role   = aws_iam_role.portal[0].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.portal_reads })
}
