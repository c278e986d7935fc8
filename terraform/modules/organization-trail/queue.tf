locals {
  queue_arn = "arn:${local.partition}:sqs:${local.region}:${var.account}:${var.service}"
  topic_arn = "arn:${local.partition}:sns:${local.region}:${var.account}:${var.service}"
}

# Names the files that the portal has yet to read.
resource "aws_sqs_queue" "files" {
  count                      = local.is_archive ? 1 : 0
  name                       = var.service
  kms_master_key_id          = aws_kms_key.log[0].arn
  message_retention_seconds  = 1209600
  receive_wait_time_seconds  = 20
  visibility_timeout_seconds = 300

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.unread[0].arn
    maxReceiveCount     = 5
  })
}

# Files that could not be read, five times.
resource "aws_sqs_queue" "unread" {
  count                     = local.is_archive ? 1 : 0
  name                      = "${var.service}-unread"
  kms_master_key_id         = aws_kms_key.log[0].arn
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_redrive_allow_policy" "unread" {
  count     = local.is_archive ? 1 : 0
  queue_url = aws_sqs_queue.unread[0].id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [local.queue_arn]
  })
}

resource "aws_sqs_queue_policy" "files" {
  count     = local.is_archive ? 1 : 0
  queue_url = aws_sqs_queue.files[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Announce"
        Effect    = "Allow"
        Principal = { Service = var.notify_by_topic ? "sns.amazonaws.com" : "s3.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = local.queue_arn
        Condition = {
          ArnEquals    = { "aws:SourceArn" = var.notify_by_topic ? local.topic_arn : local.bucket_arn }
          StringEquals = { "aws:SourceAccount" = var.account }
        }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = local.queue_arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic" "files" {
  count             = local.is_archive && var.notify_by_topic ? 1 : 0
  name              = var.service
  kms_master_key_id = aws_kms_key.log[0].arn
}

resource "aws_sns_topic_policy" "files" {
  count = local.is_archive && var.notify_by_topic ? 1 : 0
  arn   = aws_sns_topic.files[0].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Announce"
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = local.topic_arn
      Condition = {
        ArnEquals    = { "aws:SourceArn" = local.bucket_arn }
        StringEquals = { "aws:SourceAccount" = var.account }
      }
    }]
  })
}

resource "aws_sns_topic_subscription" "files" {
  count     = local.is_archive && var.notify_by_topic ? 1 : 0
  topic_arn = aws_sns_topic.files[0].arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.files[0].arn
}

resource "aws_s3_bucket_notification" "files" {
  count  = local.is_archive ? 1 : 0
  bucket = aws_s3_bucket.log[0].id

  dynamic "queue" {
    for_each = var.notify_by_topic ? [] : [aws_sqs_queue.files[0].arn]

    content {
      queue_arn     = queue.value
      events        = ["s3:ObjectCreated:*"]
      filter_prefix = local.log_prefix
      filter_suffix = ".json.gz"
    }
  }

  dynamic "topic" {
    for_each = var.notify_by_topic ? [aws_sns_topic.files[0].arn] : []

    content {
      topic_arn     = topic.value
      events        = ["s3:ObjectCreated:*"]
      filter_prefix = local.log_prefix
      filter_suffix = ".json.gz"
    }
  }

  # S3 tries whether it may announce.
  depends_on = [aws_sns_topic_policy.files, aws_sqs_queue_policy.files]
}

resource "aws_cloudwatch_metric_alarm" "unread" {
  count               = local.is_archive ? 1 : 0
  alarm_name          = "${var.service}-unread"
  alarm_description   = "The portal cannot read files of CloudTrail's log: see the messages in the queue ${var.service}-unread."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.unread[0].name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
  ok_actions          = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "behind" {
  count               = local.is_archive ? 1 : 0
  alarm_name          = "${var.service}-behind"
  alarm_description   = "The portal is more than six hours behind CloudTrail's log; after 14 days its queue forgets."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.files[0].name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 21600
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
  ok_actions          = var.alarm_topic_arn == null ? [] : [var.alarm_topic_arn]
}
