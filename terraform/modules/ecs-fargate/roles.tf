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

# What the service's own code may do: nothing, until somebody attaches a policy.
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
