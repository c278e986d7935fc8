locals {
  # A service names what it makes after its workspace; roles end at 64
  # characters, so that a long name is shortened by the modules as it is here.
  own_names = {
    for workspace in keys(local.applies) : workspace =>
    length(workspace) <= 54 ? "${workspace}-*" : "${substr(workspace, 0, 45)}-${substr(sha256(workspace), 0, 8)}-*"
  }

  passed_to = {
    ecs-fargate = ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com", "vpc-lattice.amazonaws.com"]
    ecs-ec2     = ["autoscaling.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "ecs.amazonaws.com", "vpc-lattice.amazonaws.com"]
    eks         = ["eks.amazonaws.com", "pods.eks.amazonaws.com"]
    lambda      = ["apigateway.amazonaws.com", "codedeploy.amazonaws.com", "events.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com"]
    ec2         = ["autoscaling.amazonaws.com", "ec2.amazonaws.com"]
    static-site = ["edgelambda.amazonaws.com", "lambda.amazonaws.com", "s3.amazonaws.com"]
    platform    = ["autoscaling.amazonaws.com", "ec2.amazonaws.com", "ecs.amazonaws.com", "eks.amazonaws.com", "events.amazonaws.com", "pods.eks.amazonaws.com", "s3.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
  }

  # Changes of things that exist. Those of a shared resource's parts, such as a
  # rule on the shared listener, are not among them.
  foreign = [
    "autoscaling:Delete*", "autoscaling:Update*", "cloudfront:Delete*", "cloudfront:Update*", "cloudwatch:DeleteAlarms",
    "ec2:CreateTags", "ec2:Delete*", "ec2:Modify*", "ec2:Terminate*",
    "ecs:Delete*", "ecs:TagResource", "ecs:UntagResource", "ecs:Update*", "eks:Delete*", "eks:Update*",
    "elasticloadbalancing:Delete*", "elasticloadbalancing:Modify*", "elasticloadbalancing:RemoveTags", "elasticloadbalancing:Set*",
    "iam:AddRoleToInstanceProfile", "iam:Attach*", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Tag*", "iam:Untag*", "iam:Update*",
    "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "lambda:AddPermission", "lambda:Delete*", "lambda:Update*",
    "logs:DeleteLogGroup", "s3:DeleteBucket*", "s3:PutBucketPolicy",
    "secretsmanager:Delete*", "secretsmanager:Put*", "secretsmanager:Update*", "sns:DeleteTopic", "sqs:DeleteQueue",
    "ssm:DeleteParameter", "vpc-lattice:Delete*", "vpc-lattice:PutAuthPolicy", "vpc-lattice:Update*", "wafv2:DeleteWebACL", "wafv2:UpdateWebACL",
  ]

  own = {
    for workspace, role in local.applies : workspace => concat(
      [
        {
          Sid       = "MakeBoundedRoles"
          Effect    = "Allow"
          Action    = ["iam:CreateRole", "iam:PutRolePermissionsBoundary"]
          Resource  = "${local.iam}:role/soa/${local.own_names[workspace]}"
          Condition = { StringEquals = { "iam:PermissionsBoundary" = local.service_boundary_arn } }
        },
        {
          Sid    = "ChangeOwnRoles"
          Effect = "Allow"
          Action = [
            "iam:AddRoleToInstanceProfile", "iam:AttachRolePolicy", "iam:CreateInstanceProfile", "iam:CreatePolicy", "iam:CreatePolicyVersion",
            "iam:DeleteInstanceProfile", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
            "iam:PutRolePolicy", "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:TagPolicy", "iam:TagRole",
            "iam:UntagInstanceProfile", "iam:UntagPolicy", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
          ]
          Resource = [for kind in ["instance-profile", "policy", "role"] : "${local.iam}:${kind}/soa/${local.own_names[workspace]}"]
        },
        {
          Sid       = "PassOwnRoles"
          Effect    = "Allow"
          Action    = "iam:PassRole"
          Resource  = "${local.iam}:role/soa/${local.own_names[workspace]}"
          Condition = { StringEquals = { "iam:PassedToService" = concat(local.passed_to[role.runtime], role.runtime == "platform" && var.organization_rights ? ["cloudtrail.amazonaws.com"] : []) } }
        },
        {
          Sid      = "SayWhatIsMade"
          Effect   = "Allow"
          Action   = ["ssm:AddTagsToResource", "ssm:DeleteParameter", "ssm:PutParameter", "ssm:RemoveTagsFromResource"]
          Resource = "arn:${data.aws_partition.current.partition}:ssm:*:${var.account}:parameter/soa/sites/${workspace}"
        },
        {
          # Every provider of ours tags what it makes with its workspace.
          Sid      = "LeaveOthersAlone"
          Effect   = "Deny"
          Action   = local.foreign
          Resource = "*"
          Condition = {
            Null            = { "aws:ResourceTag/Workspace" = "false" }
            StringNotEquals = { "aws:ResourceTag/Workspace" = "${var.organization}/${workspace}" }
          }
        },
      ],
    )
  }
}
