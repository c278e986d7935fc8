mock_provider "aws" {
  override_data {
    target = data.aws_partition.current
    values = { partition = "aws" }
  }

  override_resource {
    target          = aws_kms_key.log
    override_during = plan
    values          = { arn = "arn:aws:kms:us-east-1:555566667777:key/log", key_id = "log" }
  }

  override_resource {
    target          = aws_sqs_queue.files
    override_during = plan
    values          = { arn = "arn:aws:sqs:us-east-1:555566667777:organization-trail" }
  }

  override_resource {
    target          = aws_sns_topic.files
    override_during = plan
    values          = { arn = "arn:aws:sns:us-east-1:555566667777:organization-trail" }
  }
}

variables {
  service            = "organization-trail"
  key                = "prod-use1"
  environment        = "prod"
  account            = "555566667777"
  region             = "us-east-1"
  organization_id    = "o-abcd123456"
  management_account = "999988887777"
  archive_account    = "555566667777"
}

run "is_kept_as_it_was_written" {
  command = plan

  assert {
    condition     = aws_s3_bucket.log[0].object_lock_enabled && !aws_s3_bucket.log[0].force_destroy && aws_s3_bucket_versioning.log[0].versioning_configuration[0].status == "Enabled"
    error_message = "Every version of a file stays."
  }

  assert {
    condition = (
      aws_s3_bucket_object_lock_configuration.log[0].rule[0].default_retention[0].mode == "GOVERNANCE" &&
      aws_s3_bucket_object_lock_configuration.log[0].rule[0].default_retention[0].days == 365
    )
    error_message = "The log is locked for a year."
  }

  assert {
    condition     = [for statement in jsondecode(aws_s3_bucket_policy.log[0].policy).Statement : [statement.Effect, statement.Action] if statement.Sid == "KeepTheLock"] == [["Deny", "s3:BypassGovernanceRetention"]]
    error_message = "Nobody goes round the lock."
  }

  assert {
    condition = (
      aws_s3_bucket_public_access_block.log[0].block_public_acls && aws_s3_bucket_public_access_block.log[0].block_public_policy &&
      aws_s3_bucket_public_access_block.log[0].ignore_public_acls && aws_s3_bucket_public_access_block.log[0].restrict_public_buckets &&
      aws_s3_bucket_ownership_controls.log[0].rule[0].object_ownership == "BucketOwnerEnforced"
    )
    error_message = "The bucket is the archive's alone."
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.log[0].rule[0].expiration) == 0 && one(aws_s3_bucket_lifecycle_configuration.log[0].rule[0].transition).storage_class == "GLACIER_IR"
    error_message = "It is not deleted unasked, and moves to cheap storage that Athena reads."
  }
}

run "is_encrypted_with_a_key_for_the_trail_alone" {
  command = plan

  assert {
    condition = (
      aws_kms_key.log[0].enable_key_rotation &&
      one(aws_s3_bucket_server_side_encryption_configuration.log[0].rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms" &&
      one(aws_s3_bucket_server_side_encryption_configuration.log[0].rule).apply_server_side_encryption_by_default[0].kms_master_key_id == aws_kms_key.log[0].arn
    )
    error_message = "The key rotates, and is the bucket's."
  }

  assert {
    condition     = aws_kms_key.log[0].bypass_policy_lockout_safety_check && can(regex("\"AWS\":\"arn:aws:iam::[0-9]{12}:root\"", aws_kms_key.log[0].policy))
    error_message = "A run that changes keys by their tags can make this one, which is the account's."
  }

  assert {
    condition     = aws_kms_alias.log[0].name == "alias/soa/organization-trail"
    error_message = "The trail's account finds the key by its alias."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.log[0].policy).Statement :
      statement.Condition.StringEquals["aws:SourceArn"] == "arn:aws:cloudtrail:us-east-1:999988887777:trail/organization-trail"
      if statement.Principal == { Service = "cloudtrail.amazonaws.com" }
    ])
    error_message = "CloudTrail uses the key for this trail only, which the management account owns."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.log[0].policy).Statement : can(statement.Condition) if can(statement.Principal.Service)
    ]) && !strcontains(aws_kms_key.log[0].policy, "sns.amazonaws.com")
    error_message = "No service uses the key without a condition."
  }
}

run "is_written_by_the_trail_alone" {
  command = plan

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.log[0].policy).Statement :
      statement.Principal == { Service = "cloudtrail.amazonaws.com" } &&
      statement.Condition.StringEquals["aws:SourceArn"] == "arn:aws:cloudtrail:us-east-1:999988887777:trail/organization-trail"
      if statement.Effect == "Allow"
    ])
    error_message = "Nobody but this trail is let in by the bucket."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_s3_bucket_policy.log[0].policy).Statement : statement.Resource if statement.Sid == "CloudTrailWrites"
      ]) == [
      "arn:aws:s3:::organization-trail-555566667777-us-east-1/AWSLogs/o-abcd123456/*",
      "arn:aws:s3:::organization-trail-555566667777-us-east-1/AWSLogs/999988887777/*",
    ]
    error_message = "It writes where the organisation's log is."
  }

  assert {
    condition = alltrue([
      for policy in [aws_s3_bucket_policy.log[0].policy, aws_s3_bucket_policy.results[0].policy, aws_sqs_queue_policy.files[0].policy] :
      one([for statement in jsondecode(policy).Statement : statement.Condition if statement.Sid == "TlsOnly" && statement.Effect == "Deny"]) ==
      { Bool = { "aws:SecureTransport" = "false" } }
    ])
    error_message = "Nothing goes without TLS."
  }
}

run "announces_its_files" {
  command = plan

  assert {
    condition = (
      aws_s3_bucket_notification.files[0].queue[0].events == toset(["s3:ObjectCreated:*"]) &&
      aws_s3_bucket_notification.files[0].queue[0].filter_prefix == "AWSLogs/o-abcd123456/" &&
      aws_s3_bucket_notification.files[0].queue[0].filter_suffix == ".json.gz" &&
      length(aws_s3_bucket_notification.files[0].topic) == 0 && length(aws_sns_topic.files) == 0
    )
    error_message = "New files are announced to the queue."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_sqs_queue_policy.files[0].policy).Statement : { principal = statement.Principal, condition = statement.Condition } if statement.Effect == "Allow"
      ]) == {
      principal = { Service = "s3.amazonaws.com" }
      condition = {
        ArnEquals    = { "aws:SourceArn" = "arn:aws:s3:::organization-trail-555566667777-us-east-1" }
        StringEquals = { "aws:SourceAccount" = "555566667777" }
      }
    }
    error_message = "Only this bucket announces."
  }

  assert {
    condition     = aws_sqs_queue.files[0].kms_master_key_id == aws_kms_key.log[0].arn && aws_sqs_queue.unread[0].kms_master_key_id == aws_kms_key.log[0].arn
    error_message = "Both queues are encrypted."
  }

  assert {
    condition     = aws_sqs_queue.files[0].message_retention_seconds == 1209600 && aws_sqs_queue.files[0].visibility_timeout_seconds == 300
    error_message = "A portal that is down for days misses nothing."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_redrive_allow_policy.unread[0].redrive_allow_policy).sourceQueueArns == ["arn:aws:sqs:us-east-1:555566667777:organization-trail"]
    error_message = "What cannot be read is put aside, from this queue only."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.unread[0].alarm_actions) == 0 && aws_cloudwatch_metric_alarm.unread[0].threshold == 0 && aws_cloudwatch_metric_alarm.behind[0].threshold == 21600
    error_message = "There are alarms, silent ones."
  }
}

run "announces_its_files_to_others_too" {
  command = plan

  variables {
    notify_by_topic = true
    alarm_topic_arn = "arn:aws:sns:us-east-1:555566667777:alarms"
  }

  assert {
    condition = (
      aws_s3_bucket_notification.files[0].topic[0].topic_arn == "arn:aws:sns:us-east-1:555566667777:organization-trail" &&
      length(aws_s3_bucket_notification.files[0].queue) == 0 && aws_sns_topic_subscription.files[0].protocol == "sqs" &&
      aws_sns_topic.files[0].kms_master_key_id == aws_kms_key.log[0].arn
    )
    error_message = "S3 tells the topic, and the topic the queue."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_sqs_queue_policy.files[0].policy).Statement : [statement.Principal.Service, statement.Condition.ArnEquals["aws:SourceArn"]] if statement.Effect == "Allow"
    ]) == ["sns.amazonaws.com", "arn:aws:sns:us-east-1:555566667777:organization-trail"]
    error_message = "Only the topic announces to the queue."
  }

  assert {
    condition     = strcontains(aws_kms_key.log[0].policy, "sns.amazonaws.com")
    error_message = "SNS writes to the encrypted queue."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.unread[0].alarm_actions == toset(["arn:aws:sns:us-east-1:555566667777:alarms"])
    error_message = "Somebody hears of files that cannot be read."
  }
}

run "is_asked_by_athena" {
  command = plan

  assert {
    condition = (
      aws_glue_catalog_table.log[0].parameters["projection.enabled"] == "true" &&
      aws_glue_catalog_table.log[0].parameters["projection.account.type"] == "injected" &&
      aws_glue_catalog_table.log[0].parameters["projection.region.type"] == "enum" &&
      aws_glue_catalog_table.log[0].parameters["projection.timestamp.format"] == "yyyy/MM/dd" &&
      aws_glue_catalog_table.log[0].parameters["projection.timestamp.range"] == "2025/01/01,NOW" &&
      aws_glue_catalog_table.log[0].parameters["storage.location.template"] == "s3://organization-trail-555566667777-us-east-1/AWSLogs/o-abcd123456/$${account}/CloudTrail/$${region}/$${timestamp}"
    )
    error_message = "Partitions of account, Region and day are computed."
  }

  assert {
    condition     = join(" ", aws_glue_catalog_table.log[0].partition_keys[*].name) == "account region timestamp"
    error_message = "They are the partition keys."
  }

  assert {
    condition = (
      aws_glue_catalog_table.log[0].storage_descriptor[0].location == "s3://organization-trail-555566667777-us-east-1/AWSLogs/o-abcd123456/" &&
      aws_glue_catalog_table.log[0].storage_descriptor[0].input_format == "com.amazon.emr.cloudtrail.CloudTrailInputFormat" &&
      aws_glue_catalog_table.log[0].storage_descriptor[0].ser_de_info[0].serialization_library == "org.apache.hive.hcatalog.data.JsonSerDe" &&
      length(aws_glue_catalog_table.log[0].storage_descriptor[0].columns) == 24
    )
    error_message = "Athena reads CloudTrail's files."
  }

  # A type with a bracket too few is found out by the first query only.
  assert {
    condition = alltrue([
      for column in aws_glue_catalog_table.log[0].storage_descriptor[0].columns :
      length(regexall("<", column.type)) == length(regexall(">", column.type))
    ])
    error_message = "Every struct ends."
  }

  assert {
    condition = (
      aws_athena_workgroup.log[0].configuration[0].enforce_workgroup_configuration &&
      aws_athena_workgroup.log[0].configuration[0].bytes_scanned_cutoff_per_query == 107374182400 &&
      aws_athena_workgroup.log[0].configuration[0].result_configuration[0].encryption_configuration[0].encryption_option == "SSE_KMS"
    )
    error_message = "A query has a limit, and its results are encrypted, whoever asks."
  }

  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.results[0].rule[0].expiration).days == 7 && aws_s3_bucket_public_access_block.results[0].block_public_policy
    error_message = "Results go after a week."
  }
}

run "is_read_by_nobody_unasked" {
  command = plan

  assert {
    condition     = length(aws_iam_role.reader) == 0 && length(aws_s3_bucket_logging.log) == 0
    error_message = "There is no role without a reader."
  }
}

run "is_read_by_the_portal" {
  command = plan

  variables {
    reader               = { principal_arn = "arn:aws:iam::444455556666:role/backstage", external_id = "acme-backstage" }
    permissions_boundary = "arn:aws:iam::555566667777:policy/soa/service-boundary"
    access_log_bucket    = "acme-access-logs"
  }

  assert {
    condition = jsondecode(aws_iam_role.reader[0].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::444455556666:role/backstage" }
      Condition = { StringEquals = { "sts:ExternalId" = "acme-backstage" } }
    }]
    error_message = "The portal's own principal, with its external id."
  }

  assert {
    condition     = aws_iam_role.reader[0].path == "/soa/" && aws_iam_role.reader[0].name == "organization-trail-prod-use1-reader" && aws_iam_role.reader[0].permissions_boundary == "arn:aws:iam::555566667777:policy/soa/service-boundary"
    error_message = "The role is bounded, as every role of a service."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.reader[0].policy).Statement :
      !anytrue([for resource in flatten([statement.Resource]) : resource == "*"]) && !anytrue([for action in flatten([statement.Action]) : strcontains(action, "*")])
    ])
    error_message = "It may do what is named, to what is named."
  }

  assert {
    condition = toset(flatten([
      for statement in jsondecode(aws_iam_role_policy.reader[0].policy).Statement : statement.Action
      if contains(flatten([statement.Resource]), "arn:aws:s3:::organization-trail-555566667777-us-east-1/AWSLogs/o-abcd123456/*")
    ])) == toset(["s3:GetObject"])
    error_message = "It only reads the log."
  }

  assert {
    condition     = aws_s3_bucket_logging.log[0].target_bucket == "acme-access-logs"
    error_message = "Who reads is recorded."
  }
}

run "keeps_the_log_as_it_is_told" {
  command = plan

  variables {
    lock_mode       = "COMPLIANCE"
    lock_days       = 2555
    expiration_days = 2600
    cold_after_days = 30
  }

  assert {
    condition = (
      aws_s3_bucket_object_lock_configuration.log[0].rule[0].default_retention[0].mode == "COMPLIANCE" &&
      aws_s3_bucket_object_lock_configuration.log[0].rule[0].default_retention[0].days == 2555 &&
      one(aws_s3_bucket_lifecycle_configuration.log[0].rule[0].expiration).days == 2600 &&
      one(aws_s3_bucket_lifecycle_configuration.log[0].rule[0].noncurrent_version_expiration).noncurrent_days == 1 &&
      one(aws_s3_bucket_lifecycle_configuration.log[0].rule[0].transition).days == 30
    )
    error_message = "Settings reach the bucket, and what expires goes for good."
  }
}

run "has_no_trail_where_the_archive_is" {
  command = plan

  assert {
    condition     = length(aws_cloudtrail.organization) == 0 && output.trail_arn == null
    error_message = "The trail is of another account."
  }
}

run "refuses_to_delete_what_is_locked" {
  command = plan

  variables {
    lock_days       = 365
    expiration_days = 365
  }

  expect_failures = [var.expiration_days]
}

run "refuses_an_account_that_has_neither" {
  command = plan

  variables {
    account = "111122223333"
  }

  expect_failures = [var.account]
}

run "refuses_everybody_as_the_reader" {
  command = plan

  variables {
    reader = { principal_arn = "*" }
  }

  expect_failures = [var.reader]
}

run "refuses_to_look_past_iam" {
  command = plan

  variables {
    recorded_regions = ["eu-west-1"]
  }

  expect_failures = [var.recorded_regions]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment          = "Prod"
    permissions_boundary = "bounds"
    access_log_bucket    = "arn:aws:s3:::logs"
    alarm_topic_arn      = "alarms"
  }

  expect_failures = [var.environment, var.permissions_boundary, var.access_log_bucket, var.alarm_topic_arn]
}
