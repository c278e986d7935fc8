locals {
  results     = "${var.service}-queries-${var.archive_account}-${local.region}"
  results_arn = "arn:${local.partition}:s3:::${local.results}"
}

# What Athena has found, for a week.
resource "aws_s3_bucket" "results" {
  count         = local.is_archive ? 1 : 0
  bucket        = local.results
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "results" {
  count                   = local.is_archive ? 1 : 0
  bucket                  = aws_s3_bucket.results[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "results" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.results[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "results" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.results[0].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.log[0].arn
    }
  }
}

resource "aws_s3_bucket_policy" "results" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.results[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.results_arn, "${local.results_arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.results]
}

resource "aws_s3_bucket_lifecycle_configuration" "results" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.results[0].id

  rule {
    id     = "results"
    status = "Enabled"

    filter {}

    expiration {
      days = 7
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}
