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

  # Longer names that begin as this one does, and belong to somebody else.
  all_longer = {
    for workspace, name in local.own_names : workspace => [
      for other in values(local.own_names) : other if other != name && startswith(other, trimsuffix(name, "*"))
    ]
  }

  # Without those that a shorter one among them stands for already.
  longer = {
    for workspace, names in local.all_longer : workspace => sort([
      for name in names : name if !anytrue([for other in names : other != name && startswith(name, trimsuffix(other, "*"))])
    ])
  }

  # A bucket's name ends at 63 characters, with account and Region; the modules
  # shorten what comes before.
  own_buckets = {
    for workspace, role in local.applies : workspace => [
      for name in concat(
        role.runtime != "platform" ? [] : ["soa-lb-logs-${substr(sha256(workspace), 0, 8)}-"],
        [for archive in local.archives[workspace] : "${archive}-"],
        local.emptied[workspace],
      ) : "arn:${data.aws_partition.current.partition}:s3:::${name}${var.account}-*"
    ]
  }

  # The organisation's archive has the name of its service, which is what the name
  # of its workspace begins with, up to one hyphen or another: 24 characters at most.
  archives = {
    for workspace, role in local.applies : workspace => role.runtime != "platform" || !var.organization_rights ? [] : [
      for end in range(1, length(split("-", workspace))) : join("-", slice(split("-", workspace), 0, end))
      if length(join("-", slice(split("-", workspace), 0, end))) <= 24
    ]
  }

  # What is in these comes again: the files of a site, and answers of Athena's.
  emptied = {
    for workspace, role in local.applies : workspace => concat(
      role.runtime != "static-site" ? [] : ["${workspace}-", "${substr(workspace, 0, 20)}*-${substr(sha256(workspace), 0, 8)}-"],
      [for archive in local.archives[workspace] : "${archive}-queries-"],
    )
  }

  # Rights by name, where somebody else's could do more than a run, or hold more:
  # a stack and a function have roles, and tags of buckets are none of IAM's.
  by_name = {
    for workspace, role in local.applies : workspace => concat(
      [for statement in [
        {
          Sid      = "MakeOwnStacks"
          Effect   = "Allow"
          Action   = ["cloudformation:CreateStack", "cloudformation:DeleteStack", "cloudformation:TagResource", "cloudformation:UntagResource", "cloudformation:UpdateStack"]
          Resource = "arn:${data.aws_partition.current.partition}:cloudformation:*:${var.account}:stack/soa-${workspace}-*"
        },
        {
          Sid    = "LeaveOtherFunctionsAlone"
          Effect = "Deny"
          Action = ["lambda:AddPermission", "lambda:DeleteFunction*", "lambda:Put*", "lambda:RemovePermission", "lambda:UpdateAlias", "lambda:UpdateFunction*"]
          NotResource = [
            for name in [workspace, "${workspace}:*", "${workspace}-*"] : "arn:${data.aws_partition.current.partition}:lambda:*:${var.account}:function:${name}"
          ]
        },
      ] : statement if role.runtime == "lambda"],
      length(local.own_buckets[workspace]) == 0 ? [] : [{
        Sid      = "MakeOwnBuckets"
        Effect   = "Allow"
        Action   = local.writes_of["s3"]
        Resource = local.own_buckets[workspace]
      }],
      length(local.emptied[workspace]) == 0 ? [] : [{
        Sid    = "EmptyOwnBuckets"
        Effect = "Allow"
        Action = local.emptying
        # The star stands for a slash, too, and for what is behind it.
        Resource = [for name in local.emptied[workspace] : "arn:${data.aws_partition.current.partition}:s3:::${name}${var.account}-*"]
      }],
      # A key's policy says who decrypts: what is not tagged, no run has made.
      role.runtime != "platform" ? [] : [{
        Sid       = "ChangeOwnKeys"
        Effect    = "Allow"
        Action    = ["kms:DisableKeyRotation", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:UntagResource", "kms:UpdateKeyDescription"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:ResourceTag/Workspace" = "${var.organization}/${workspace}" } }
      }],
      # The tag of a template is set as it is made, and by nobody later.
      [for statement in [
        {
          Sid       = "LeaveOtherTemplatesAlone"
          Effect    = "Deny"
          Action    = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
          Resource  = "*"
          Condition = { StringNotEquals = { "aws:ResourceTag/Workspace" = "${var.organization}/${workspace}" } }
        },
        {
          Sid      = "TakeNoTemplates"
          Effect   = "Deny"
          Action   = "ec2:CreateTags"
          Resource = "arn:${data.aws_partition.current.partition}:ec2:*:${var.account}:launch-template/*"
          Condition = {
            Null            = { "ec2:CreateAction" = "true" }
            StringNotEquals = { "aws:ResourceTag/Workspace" = "${var.organization}/${workspace}" }
          }
        },
      ] : statement if contains(local.services_of[role.runtime], "machines")],
      length(local.longer[workspace]) == 0 ? [] : [{
        Sid      = "LeaveLongerNamesAlone"
        Effect   = "Deny"
        Action   = local.identity_writes
        Resource = [for name in local.longer[workspace] : "${local.iam}:role/soa/${name}"]
      }],
    )
  }

  # Changes of things that exist. Those of a shared resource's parts, such as a
  # rule on the shared listener, are not among them.
  foreign = [
    "apigateway:DELETE", "apigateway:PATCH", "apigateway:PUT",
    "autoscaling:Delete*", "autoscaling:Put*", "autoscaling:StartInstanceRefresh", "autoscaling:SuspendProcesses", "autoscaling:TerminateInstanceInAutoScalingGroup", "autoscaling:Update*",
    "cloudformation:DeleteStack", "cloudformation:UpdateStack", "cloudfront:Delete*", "cloudfront:Update*", "cloudwatch:DeleteAlarms", "codedeploy:Delete*", "codedeploy:Update*",
    "ec2:CreateLaunchTemplateVersion", "ec2:CreateTags", "ec2:Delete*", "ec2:Modify*", "ec2:Terminate*",
    "ecs:Delete*", "ecs:TagResource", "ecs:UntagResource", "ecs:Update*", "eks:AssociateAccessPolicy", "eks:CreateAccessEntry", "eks:Delete*", "eks:Update*",
    "elasticloadbalancing:Delete*", "elasticloadbalancing:Modify*", "elasticloadbalancing:RemoveTags", "elasticloadbalancing:Set*",
    "iam:AddRoleToInstanceProfile", "iam:Attach*", "iam:CreatePolicyVersion", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:RemoveRoleFromInstanceProfile", "iam:Tag*", "iam:Untag*", "iam:Update*",
    "kms:DeleteAlias", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "lambda:AddPermission", "lambda:Delete*", "lambda:Put*", "lambda:Update*",
    "logs:DeleteLogGroup", "s3:DeleteBucket*", "s3:PutBucketPolicy",
    "sns:DeleteTopic", "sns:SetTopicAttributes", "sqs:DeleteQueue", "sqs:SetQueueAttributes",
    "ssm:DeleteParameter", "ssm:PutParameter", "vpc-lattice:Delete*", "vpc-lattice:PutAuthPolicy", "vpc-lattice:Update*", "wafv2:DeleteWebACL", "wafv2:UpdateWebACL",
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
      local.by_name[workspace],
    )
  }
}
