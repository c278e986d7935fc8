locals {
  has_access_logs = local.has_listener && try(var.load_balancer.access_logs, false)
}

# Unique in the world, of at most 63 characters.
resource "aws_s3_bucket" "access_logs" {
  count  = local.has_access_logs ? 1 : 0
  bucket = "soa-lb-logs-${local.hash}-${var.account}-${var.region}"
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  count                   = local.has_access_logs ? 1 : 0
  bucket                  = aws_s3_bucket.access_logs[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# The load balancer cannot write with a key of ours.
resource "aws_s3_bucket_server_side_encryption_configuration" "access_logs" {
  count  = local.has_access_logs ? 1 : 0
  bucket = aws_s3_bucket.access_logs[0].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  count  = local.has_access_logs ? 1 : 0
  bucket = aws_s3_bucket.access_logs[0].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = local.log_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_policy" "access_logs" {
  count  = local.has_access_logs ? 1 : 0
  bucket = aws_s3_bucket.access_logs[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "LoadBalancersOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.access_logs[0].arn}/AWSLogs/${var.account}/*"
        Condition = {
          ArnLike = { "aws:SourceArn" = "arn:${local.partition}:elasticloadbalancing:${var.region}:${var.account}:loadbalancer/*" }
        }
      },
      {
        Sid       = "OnlyEncryptedConnections"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.access_logs[0].arn, "${aws_s3_bucket.access_logs[0].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.access_logs]
}
