locals {
  provider_arn = var.github_oidc_provider_arn != null ? var.github_oidc_provider_arn : "arn:${data.aws_partition.current.partition}:iam::${local.account}:oidc-provider/token.actions.githubusercontent.com"
  issuer       = split(":oidc-provider/", local.provider_arn)[1]

  repository     = split("/", coalesce(var.github_repository, "none/none"))
  repository_ids = split("/", coalesce(var.github_repository_ids, "*/*"))
  by_ids         = "repo:${local.repository[0]}@${local.repository_ids[0]}/${local.repository[1]}@${local.repository_ids[1]}:ref:refs/heads/${var.github_branch}"
  by_names       = "repo:${var.github_repository == null ? "none/none" : var.github_repository}:ref:refs/heads/${var.github_branch}"

  # Repositories that are new since July 2026 carry their numbers in their subject,
  # and older ones do not. Where a number is any, names, branches and environments
  # hold no "@" before a "/" nor a ":", so that no other subject fits.
  subjects = var.github_repository_ids == null ? [local.by_names, local.by_ids] : [local.by_ids]
}

# Where the workflow finds what it deploys to, so that nobody has to tell it.
resource "aws_ssm_parameter" "site" {
  name        = "/soa/sites/${local.name}"
  description = "Where ${local.name} is deployed to"
  type        = "String"

  value = jsonencode({
    bucket       = aws_s3_bucket.this.bucket
    distribution = aws_cloudfront_distribution.this.id
  })
}

resource "aws_iam_role" "deploy" {
  count                = var.github_repository == null ? 0 : 1
  name                 = "${local.role_name}-deploy"
  path                 = "/soa/"
  description          = "The workflow that puts the files of ${local.name} in place"
  permissions_boundary = var.permissions_boundary
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider_arn }
      Condition = {
        StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }
        StringLike   = { "${local.issuer}:sub" = local.subjects }
      }
    }]
  })
}

resource "aws_iam_role_policy" "deploy" {
  count = var.github_repository == null ? 0 : 1
  name  = "deploy"
  role  = aws_iam_role.deploy[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:GetParameter"
        Resource = aws_ssm_parameter.site.arn
      },
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = aws_s3_bucket.this.arn
      },
      {
        Effect   = "Allow"
        Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        Resource = "${aws_s3_bucket.this.arn}/*"
      },
      {
        Effect   = "Allow"
        Action   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
        Resource = aws_cloudfront_distribution.this.arn
      },
    ]
  })
}
