resource "aws_s3_bucket" "log" {
  count               = local.is_archive ? 1 : 0
  bucket              = local.bucket
  object_lock_enabled = true
  force_destroy       = false

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "log" {
  count                   = local.is_archive ? 1 : 0
  bucket                  = aws_s3_bucket.log[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.log[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.log[0].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket_versioning.log[0].bucket

  rule {
    default_retention {
      mode = var.lock_mode
      days = var.lock_days
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.log[0].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.log[0].arn
    }
  }
}

resource "aws_s3_bucket_policy" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.log[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "CloudTrailChecks"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:GetBucketAcl"
        Resource  = local.bucket_arn
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
      },
      {
        Sid       = "CloudTrailWrites"
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:PutObject"
        # The management account's own files are beside those of the organisation
        # until CloudTrail knows that the trail is the organisation's.
        Resource = ["${local.bucket_arn}/${local.log_prefix}*", "${local.bucket_arn}/AWSLogs/${var.management_account}/*"]
        Condition = {
          StringEquals = {
            "aws:SourceArn" = local.trail_arn
            "s3:x-amz-acl"  = "bucket-owner-full-control"
          }
        }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [local.bucket_arn, "${local.bucket_arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "KeepTheLock"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:BypassGovernanceRetention"
        Resource  = "${local.bucket_arn}/*"
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.log]
}

resource "aws_s3_bucket_lifecycle_configuration" "log" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket_versioning.log[0].bucket

  rule {
    id     = "log"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    dynamic "transition" {
      for_each = var.cold_after_days == null ? [] : [var.cold_after_days]

      content {
        days          = transition.value
        storage_class = "GLACIER_IR"
      }
    }

    dynamic "expiration" {
      for_each = var.expiration_days == null ? [] : [var.expiration_days]

      content {
        days = expiration.value
      }
    }

    # What expires becomes an earlier version first.
    dynamic "noncurrent_version_expiration" {
      for_each = var.expiration_days == null ? [] : [1]

      content {
        noncurrent_days = 1
      }
    }
  }
}

resource "aws_s3_bucket_logging" "log" {
  count         = local.is_archive && var.access_log_bucket != null ? 1 : 0
  bucket        = aws_s3_bucket.log[0].id
  target_bucket = var.access_log_bucket
  target_prefix = "${local.bucket}/"
}
