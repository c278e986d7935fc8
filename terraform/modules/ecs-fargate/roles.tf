locals {
  assumed_by_tasks = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
      }
    }]
  })
}

# What the service's own code may do: nothing that is not named below.
resource "aws_iam_role" "task" {
  name                 = "${local.role_name}-task"
  path                 = "/soa/"
  description          = "The code of ${local.name}"
  assume_role_policy   = local.assumed_by_tasks
  permissions_boundary = var.permissions_boundary
}

# What ECS may do to start a task: fetch its image, write its log.
resource "aws_iam_role" "execution" {
  name                 = "${local.role_name}-execution"
  path                 = "/soa/"
  description          = "Starts tasks of ${local.name}"
  assume_role_policy   = local.assumed_by_tasks
  permissions_boundary = var.permissions_boundary
}

locals {
  image = try(regex("^(?P<account>\\d{12})\\.dkr\\.ecr(?:-fips)?\\.(?P<region>[a-z0-9-]+)\\.[a-z0-9.-]+/(?P<repository>[^:@]+)", var.image), null)

  # Null for an image outside of ECR, or one that anybody may fetch.
  repository = try("arn:${data.aws_partition.current.partition}:ecr:${local.image.region}:${local.image.account}:repository/${local.image.repository}", null)
}

resource "aws_iam_role_policy" "image" {
  count = local.repository == null ? 0 : 1
  name  = "fetch-image"
  role  = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = local.repository
      },
    ]
  })
}

resource "aws_iam_role_policy" "log" {
  name = "write-log"
  role = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.this.arn}:*"
      },
    ]
  })
}

locals {
  # Of a secret's ARN, what follows the name says which part of it a task gets.
  secret_arns    = distinct([for arn in values(local.secrets) : join(":", slice(split(":", arn), 0, 7)) if strcontains(arn, ":secretsmanager:")])
  parameter_arns = distinct([for arn in values(local.secrets) : arn if strcontains(arn, ":ssm:")])
}

# Secrets come to the container before its code starts, so ECS reads them.
resource "aws_iam_role_policy" "secrets" {
  count = length(var.secrets) == 0 ? 0 : 1
  name  = "read-secrets"
  role  = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      length(local.secret_arns) == 0 ? [] : [{
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = local.secret_arns
      }],
      length(local.parameter_arns) == 0 ? [] : [{
        Effect   = "Allow"
        Action   = "ssm:GetParameters"
        Resource = local.parameter_arns
      }],
      [{
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = distinct(concat([local.kms_key_arn], var.secret_key_arns))
        Condition = {
          StringEquals = {
            "kms:ViaService" = concat(
              length(local.secret_arns) == 0 ? [] : ["secretsmanager.${data.aws_region.current.region}.amazonaws.com"],
              length(local.parameter_arns) == 0 ? [] : ["ssm.${data.aws_region.current.region}.amazonaws.com"],
            )
          }
        }
      }],
    )
  })
}

resource "aws_iam_role_policy_attachment" "task" {
  for_each = toset(var.policy_arns)

  role       = aws_iam_role.task.name
  policy_arn = each.value
}

resource "aws_iam_role_policy" "consumes" {
  count = local.calls_lattice ? 1 : 0
  name  = "call-services"
  role  = aws_iam_role.task.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "vpc-lattice-svcs:Invoke"
      Resource = sort([for consumed in var.consumes : "${consumed.lattice_service_arn}/*" if consumed.lattice_service_arn != null])
    }]
  })
}

locals {
  # AWS names no condition that ECS fulfils when it takes on these two. They can be
  # passed within the account only.
  assumed_by_ecs = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs.amazonaws.com" }
    }]
  })
}

# What ECS may do to move requests from one version to the next.
resource "aws_iam_role" "balancer" {
  count                = local.is_balanced && local.shifts ? 1 : 0
  name                 = "${local.role_name}-balancer"
  path                 = "/soa/"
  description          = "Moves the requests of ${local.name}"
  assume_role_policy   = local.assumed_by_ecs
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "balancer" {
  count = length(aws_iam_role.balancer)
  name  = "move-requests"
  role  = aws_iam_role.balancer[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"]
        Resource = [aws_lb_target_group.this.arn, aws_lb_target_group.alternate[0].arn]
      },
      {
        Effect   = "Allow"
        Action   = "elasticloadbalancing:ModifyRule"
        Resource = concat(aws_lb_listener_rule.this[*].arn, aws_lb_listener_rule.test[*].arn)
      },
    ]
  })
}

# What ECS may do to tell VPC Lattice where the tasks are.
resource "aws_iam_role" "lattice" {
  count                = var.lattice ? 1 : 0
  name                 = "${local.role_name}-lattice"
  path                 = "/soa/"
  description          = "Tells VPC Lattice of the tasks of ${local.name}"
  assume_role_policy   = local.assumed_by_ecs
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_role_policy" "lattice" {
  count = var.lattice ? 1 : 0
  name  = "register-tasks"
  role  = aws_iam_role.lattice[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["vpc-lattice:DeregisterTargets", "vpc-lattice:GetTargetGroup", "vpc-lattice:ListTargets", "vpc-lattice:RegisterTargets"]
        Resource = [aws_vpclattice_target_group.this[0].arn, "${aws_vpclattice_target_group.this[0].arn}/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"]
        Resource = "*"
      },
    ]
  })
}
