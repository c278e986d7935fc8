output "trail_arn" {
  description = "The trail of the organisation; null where it is managed from another account."
  value       = one(aws_cloudtrail.organization[*].arn)
}

output "bucket_arn" {
  description = "The bucket of the log; null outside of the archive."
  value       = one(aws_s3_bucket.log[*].arn)
}

output "kms_key_arn" {
  description = "The key of the log; null outside of the archive."
  value       = one(aws_kms_key.log[*].arn)
}

output "queue_url" {
  description = "The queue that names new files, for soa.audit; null outside of the archive."
  value       = one(aws_sqs_queue.files[*].url)
}

output "queue_arn" {
  description = "The queue that names new files; null outside of the archive."
  value       = one(aws_sqs_queue.files[*].arn)
}

output "unread_queue_arn" {
  description = "The queue of files that could not be read; null outside of the archive."
  value       = one(aws_sqs_queue.unread[*].arn)
}

output "topic_arn" {
  description = "The topic that announces new files; null where there is none."
  value       = one(aws_sns_topic.files[*].arn)
}

output "athena_workgroup" {
  description = "Athena's workgroup; null outside of the archive."
  value       = one(aws_athena_workgroup.log[*].name)
}

output "athena_database" {
  description = "Athena's database; null outside of the archive."
  value       = one(aws_glue_catalog_database.log[*].name)
}

output "athena_table" {
  description = "Athena's table in that database; null outside of the archive."
  value       = one(aws_glue_catalog_table.log[*].name)
}

output "reader_role_arn" {
  description = "The role by which the portal reads; null where there is none."
  value       = one(aws_iam_role.reader[*].arn)
}
