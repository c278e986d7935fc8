locals {
  policies = merge(
    {
      # What Session Manager, Patch Manager and Run Command need, without the
      # reading of all parameters that AmazonSSMManagedInstanceCore comes with.
      session-manager = [{
        Effect = "Allow"
        Action = [
          "ec2messages:AcknowledgeMessage",
          "ec2messages:DeleteMessage",
          "ec2messages:FailMessage",
          "ec2messages:GetEndpoint",
          "ec2messages:GetMessages",
          "ec2messages:SendReply",
          "ssm:DescribeAssociation",
          "ssm:DescribeDocument",
          "ssm:GetDeployablePatchSnapshotForInstance",
          "ssm:GetDocument",
          "ssm:GetManifest",
          "ssm:ListAssociations",
          "ssm:ListInstanceAssociations",
          "ssm:PutComplianceItems",
          "ssm:PutConfigurePackageResult",
          "ssm:PutInventory",
          "ssm:UpdateAssociationStatus",
          "ssm:UpdateInstanceAssociationStatus",
          "ssm:UpdateInstanceInformation",
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ]
        Resource = "*"
      }]
      write-log = [
        {
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          Resource = "${aws_cloudwatch_log_group.this.arn}:*"
        },
        {
          Effect    = "Allow"
          Action    = "cloudwatch:PutMetricData"
          Resource  = "*"
          Condition = { StringEquals = { "cloudwatch:namespace" = "CWAgent" } }
        },
        {
          # The agent asks for the group that its instance belongs to.
          Effect   = "Allow"
          Action   = "ec2:DescribeTags"
          Resource = "*"
        },
      ]
    },
    length(var.secrets) == 0 ? {} : {
      read-secrets = [
        {
          Effect   = "Allow"
          Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
          Resource = sort(distinct(values(local.secrets)))
        },
        {
          Effect    = "Allow"
          Action    = "kms:Decrypt"
          Resource  = local.kms_key
          Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${data.aws_region.current.region}.amazonaws.com" } }
        },
      ]
    },
    length(local.called_arns) == 0 ? {} : {
      call-services = [{
        Effect   = "Allow"
        Action   = "vpc-lattice-svcs:Invoke"
        Resource = [for arn in local.called_arns : "${arn}/*"]
      }]
    },
    var.session_log_group_arn == null ? {} : {
      log-sessions = [
        {
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          Resource = "${var.session_log_group_arn}:*"
        },
        {
          Effect   = "Allow"
          Action   = "logs:DescribeLogGroups"
          Resource = "*"
        },
      ]
    },
  )

  called_arns = sort(distinct([for one in var.consumes : one.lattice_service_arn if one.lattice_service_arn != null]))
}

# What the service's own code may do, and those who enter an instance with it.
resource "aws_iam_role" "this" {
  name                 = "${local.role_name}-instance"
  path                 = "/soa/"
  description          = "The instances of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.policies

  name = each.key
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = each.value
  })
}

resource "aws_iam_instance_profile" "this" {
  name = aws_iam_role.this.name
  path = "/soa/"
  role = aws_iam_role.this.name
}
