locals {
  function_arn = "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${local.function_name}"

  policies = merge(
    {
      write-log = [{
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.this.arn}:*"
      }]
      # Of its environment variables, secrets and failed events, and of nothing else
      # that this key is for.
      use-key = [{
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = local.kms_key
        Condition = {
          StringEquals = {
            "kms:ViaService" = [for service in ["lambda", "secretsmanager", "sqs"] : "${service}.${local.region}.${local.dns_suffix}"]
          }
        }
      }]
    },
    !var.tracing ? {} : {
      # X-Ray knows no resources here.
      trace = [{
        Effect   = "Allow"
        Action   = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
        Resource = "*"
      }]
    },
    length(var.secrets) == 0 ? {} : {
      read-secrets = [{
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = sort(distinct(values(local.secrets)))
      }]
    },
    length(local.called) == 0 ? {} : {
      call-services = [{
        Effect   = "Allow"
        Action   = "vpc-lattice-svcs:Invoke"
        Resource = [for arn in local.called : "${arn}/*"]
      }]
    },
    local.async == null ? {} : {
      send-failures = [{
        Effect = "Allow"
        Action = {
          events = "events:PutEvents"
          lambda = "lambda:InvokeFunction"
          sns    = "sns:Publish"
          sqs    = "sqs:SendMessage"
        }[local.failures_service]
        Resource = local.failures
      }]
    },
    !local.in_vpc ? {} : {
      attach-to-vpc = [
        {
          Effect = "Allow"
          Action = [
            "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:UnassignPrivateIpAddresses",
          ]
          Resource = "*"
        },
        {
          # Lambda needs that for the function; its code does not.
          Effect    = "Deny"
          Action    = ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses"]
          Resource  = "*"
          Condition = { ArnEquals = { "lambda:SourceFunctionArn" = local.function_arn } }
        },
      ]
    },
  )
}

resource "aws_iam_role" "function" {
  name                 = "${local.role_name}-function"
  path                 = "/soa/"
  description          = "The code of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.policies

  name   = each.key
  role   = aws_iam_role.function.id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy_attachment" "other" {
  for_each = toset(var.policy_arns)

  role       = aws_iam_role.function.name
  policy_arn = each.value
}

resource "aws_iam_role" "deployment" {
  count                = local.gradual ? 1 : 0
  name                 = "${local.role_name}-deploy"
  path                 = "/soa/"
  description          = "Moves requests to new versions of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codedeploy.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "deployment" {
  count = local.gradual ? 1 : 0
  name  = "move-requests"
  role  = aws_iam_role.deployment[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"]
        Resource = [local.function_arn, "${local.function_arn}:*"]
      },
      {
        Effect   = "Allow"
        Action   = "cloudwatch:DescribeAlarms"
        Resource = "*"
      },
    ]
  })
}
