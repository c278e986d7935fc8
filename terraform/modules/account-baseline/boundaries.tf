locals {
  service_boundary_arn = "${local.iam}:policy/soa/service-boundary"

  # Roles of runs, and of nothing else.
  deploy_role_arns = ["${local.iam}:role/soa/*-plan", "${local.iam}:role/soa/*-apply"]

  # What is not of one Region, or is asked in us-east-1 for all of them.
  regionless = [
    "account:*", "budgets:*", "ce:*", "cloudfront:*", "globalaccelerator:*", "health:*", "iam:*", "networkmanager:*", "organizations:*", "pricing:*",
    "route53:*", "route53domains:*", "s3:GetAccountPublicAccessBlock", "s3:GetBucketLocation", "s3:ListAllMyBuckets", "shield:*", "sts:*", "support:*", "tag:*", "trustedadvisor:*", "waf:*",
  ]

  within_regions = length(var.allowed_regions) == 0 ? [] : [{
    Sid       = "StayInTheRegions"
    Effect    = "Deny"
    NotAction = local.regionless
    Resource  = "*"
    Condition = { StringNotEquals = { "aws:RequestedRegion" = sort(var.allowed_regions) } }
  }]

  # What reaches beyond the account, or watches all of them: where a workspace may,
  # organization_rights says so. A stack set runs in each account as its administrator.
  keep_organization = [
    "cloudformation:*StackInstances", "cloudformation:*StackSet*",
    "cloudtrail:CreateTrail", "cloudtrail:Delete*", "cloudtrail:DeregisterOrganizationDelegatedAdmin", "cloudtrail:PutEventSelectors", "cloudtrail:PutInsightSelectors",
    "cloudtrail:RegisterOrganizationDelegatedAdmin", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail",
  ]
  # What guards the account stays as the baseline has set it.
  keep_guards = [
    "access-analyzer:DeleteAnalyzer", "access-analyzer:UpdateAnalyzer", "budgets:ModifyBudget", "config:Delete*", "config:Put*", "config:StopConfigurationRecorder",
    "ec2:DisableEbsEncryptionByDefault", "ec2:DisableImageBlockPublicAccess", "ec2:DisableSnapshotBlockPublicAccess", "ec2:ModifyEbsDefaultKmsKeyId", "ec2:ModifyInstanceMetadataDefaults", "ec2:ResetEbsDefaultKmsKeyId",
    "guardduty:Create*", "guardduty:Delete*", "guardduty:Disassociate*", "guardduty:StopMonitoringMembers", "guardduty:Update*",
    "inspector2:Disable*", "macie2:Disable*", "s3:PutAccountPublicAccessBlock",
    "securityhub:BatchDisable*", "securityhub:Delete*", "securityhub:Disable*", "securityhub:Disassociate*",
  ]

  keep = [
    {
      Sid      = "KeepTheGuards"
      Effect   = "Deny"
      Action   = concat(local.keep_guards, local.keep_organization)
      Resource = "*"
    },
    {
      Sid      = "KeepTheBaseline"
      Effect   = "Deny"
      Action   = ["ssm:AddTagsToResource", "ssm:Delete*", "ssm:LabelParameterVersion", "ssm:PutParameter", "ssm:RemoveTagsFromResource"]
      Resource = "arn:${data.aws_partition.current.partition}:ssm:*:${var.account}:parameter/soa/baseline/*"
    },
  ]

  # The most that the roles of services may do. IAM is left to reading, passing
  # what is not a run's role, and what EKS and Auto Scaling need to start machines.
  service_boundary = concat(
    [
      {
        Sid       = "AnythingButIdentities"
        Effect    = "Allow"
        NotAction = ["account:*", "iam:*", "organizations:*", "sso:*", "identitystore:*"]
        Resource  = "*"
      },
      {
        Sid      = "ReadIdentities"
        Effect   = "Allow"
        Action   = ["iam:Get*", "iam:List*", "iam:CreateServiceLinkedRole", "organizations:Describe*", "organizations:List*"]
        Resource = "*"
      },
      {
        Sid      = "PassServiceRoles"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "${local.iam}:role/soa/*"
      },
      {
        Sid      = "InstanceProfilesOfEks"
        Effect   = "Allow"
        Action   = ["iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile"]
        Resource = "${local.iam}:instance-profile/eks*"
      },
      {
        Sid      = "NotTheRolesOfRuns"
        Effect   = "Deny"
        Action   = ["iam:PassRole", "sts:AssumeRole", "sts:TagSession"]
        Resource = local.deploy_role_arns
      },
      {
        # A role that trusts its whole account, as older ones do, knows no boundary.
        Sid         = "NoStrongerRoles"
        Effect      = "Deny"
        Action      = "sts:AssumeRole"
        NotResource = concat(["${local.iam}:role/soa/*"], var.portal_role == null ? [] : ["${local.iam}:role/${var.portal_role.name}"])
        Condition   = { StringEquals = { "aws:ResourceAccount" = var.account } }
      },
      {
        # A stack that somebody else has made does what its own role may.
        Sid      = "NoStacks"
        Effect   = "Deny"
        Action   = ["cloudformation:Continue*", "cloudformation:Create*", "cloudformation:Execute*", "cloudformation:Import*", "cloudformation:Rollback*", "cloudformation:Set*", "cloudformation:Update*"]
        Resource = "*"
      },
      {
        # So does a function that no workspace has made.
        Sid       = "NoStrongerFunctions"
        Effect    = "Deny"
        Action    = ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"]
        Resource  = "*"
        Condition = { Null = { "aws:ResourceTag/Workspace" = "true" } }
      },
      {
        Sid       = "NoBorrowedTags"
        Effect    = "Deny"
        Action    = ["lambda:TagResource", "lambda:UntagResource"]
        Resource  = "*"
        Condition = { "ForAnyValue:StringEquals" = { "aws:TagKeys" = "Workspace" } }
      },
    ],
    local.keep,
    local.within_regions,
  )

  identity_writes = ["iam:Add*", "iam:Attach*", "iam:Change*", "iam:Create*", "iam:Deactivate*", "iam:Delete*", "iam:Detach*", "iam:Enable*", "iam:PassRole", "iam:Put*", "iam:Remove*", "iam:Reset*", "iam:Set*", "iam:Tag*", "iam:Untag*", "iam:Update*", "iam:Upload*"]

  # The most that the roles of runs may do, whatever policies they are given.
  deploy_boundary = concat(
    [
      {
        Sid       = "AnythingButTheOrganization"
        Effect    = "Allow"
        NotAction = ["account:*", "identitystore:*", "organizations:*", "sso:*"]
        Resource  = "*"
      },
      {
        Sid      = "ReadTheOrganization"
        Effect   = "Allow"
        Action   = ["account:Get*", "account:List*", "organizations:Describe*", "organizations:List*"]
        Resource = "*"
      },
      {
        # Neither people nor identity providers, nor roles of anybody else.
        Sid         = "IdentitiesOfServicesOnly"
        Effect      = "Deny"
        Action      = local.identity_writes
        NotResource = [for resource in ["instance-profile/soa/*", "policy/soa/*", "role/aws-service-role/*", "role/soa/*"] : "${local.iam}:${resource}"]
      },
      {
        Sid      = "NotTheRolesOfRuns"
        Effect   = "Deny"
        Action   = concat(local.identity_writes, ["sts:AssumeRole", "sts:TagSession"])
        Resource = concat(local.deploy_role_arns, ["${local.iam}:policy/soa/*boundary"])
      },
      {
        Sid       = "BoundEveryRole"
        Effect    = "Deny"
        Action    = ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
        Resource  = "*"
        Condition = { StringNotEquals = { "iam:PermissionsBoundary" = local.service_boundary_arn } }
      },
      {
        Sid      = "KeepEveryBoundary"
        Effect   = "Deny"
        Action   = "iam:DeleteRolePermissionsBoundary"
        Resource = "*"
      },
    ],
    local.within_regions,
  )

  # The trail and stack sets of the organisation are a workspace's, too, where it may.
  keep_but_organization = [
    for statement in local.keep : merge(statement, {
      Action = [for action in statement.Action : action if !contains(local.keep_organization, action)]
    })
  ]

  deploy_boundaries = {
    for runtime in keys(local.services_of) : runtime =>
    runtime == "platform" && var.organization_rights ? aws_iam_policy.organization_deploy_boundary[0].arn : aws_iam_policy.deploy_boundary.arn
  }
}

resource "aws_iam_policy" "service_boundary" {
  name        = "service-boundary"
  path        = "/soa/"
  description = "The most that roles of services may do"
  policy      = jsonencode({ Version = "2012-10-17", Statement = local.service_boundary })
}

resource "aws_iam_policy" "deploy_boundary" {
  name        = "deploy-boundary"
  path        = "/soa/"
  description = "The most that runs of HCP Terraform may do"
  policy      = jsonencode({ Version = "2012-10-17", Statement = concat(local.deploy_boundary, local.keep) })
}

resource "aws_iam_policy" "organization_deploy_boundary" {
  count       = var.organization_rights ? 1 : 0
  name        = "organization-deploy-boundary"
  path        = "/soa/"
  description = "The most that runs of HCP Terraform may do that manage the organisation's trail"
  policy      = jsonencode({ Version = "2012-10-17", Statement = concat(local.deploy_boundary, local.keep_but_organization) })
}
