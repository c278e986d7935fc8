locals {
  has_reader = local.is_archive && var.reader != null
}

resource "aws_iam_role" "reader" {
  count                = local.has_reader ? 1 : 0
  name                 = "${local.role_name}-reader"
  path                 = "/soa/"
  description          = "Backstage reads CloudTrail's log of the organisation"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = var.reader.principal_arn }
      },
      { for key, value in { Condition = { StringEquals = { "sts:ExternalId" = var.reader.external_id } } } : key => value if var.reader.external_id != null },
    )]
  })
}

resource "aws_iam_role_policy" "reader" {
  count = local.has_reader ? 1 : 0
  name  = "read"
  role  = aws_iam_role.reader[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "TakeFiles"
        Effect   = "Allow"
        Action   = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
        Resource = local.queue_arn
      },
      {
        Sid      = "ReadTheLog"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${local.bucket_arn}/${local.log_prefix}*"
      },
      {
        Sid      = "FindFiles"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucket"]
        Resource = [local.bucket_arn, local.results_arn]
      },
      {
        Sid      = "Query"
        Effect   = "Allow"
        Action   = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution", "athena:StopQueryExecution"]
        Resource = "arn:${local.partition}:athena:${local.region}:${var.account}:workgroup/${var.service}"
      },
      {
        Sid    = "KnowTheTable"
        Effect = "Allow"
        Action = ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"]
        Resource = [
          for resource in ["catalog", "database/${local.database}", "table/${local.database}/${local.table}"] :
          "arn:${local.partition}:glue:${local.region}:${var.account}:${resource}"
        ]
      },
      {
        Sid      = "KeepResults"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
        Resource = "${local.results_arn}/*"
      },
      {
        Sid      = "UseTheKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = aws_kms_key.log[0].arn
      },
    ]
  })
}
