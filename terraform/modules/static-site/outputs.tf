output "bucket_arn" {
  description = "The bucket that holds the site's files."
  value       = aws_s3_bucket.this.arn
}

output "distribution_arn" {
  description = "The CloudFront distribution that delivers the site."
  value       = aws_cloudfront_distribution.this.arn
}

output "deploy_role_arn" {
  description = "The role of the workflow that puts the site's files in place; null without a repository."
  value       = one(aws_iam_role.deploy[*].arn)
}

output "access_log_group_arn" {
  description = "The log group of the access log; null if it is kept elsewhere or not at all."
  value       = one(aws_cloudwatch_log_group.access[*].arn)
}

output "web_acl_arn" {
  description = "The web ACL before the site; null without one."
  value       = var.waf ? aws_wafv2_web_acl.this[0].arn : var.web_acl_arn
}

output "url" {
  description = "Where the site is seen."
  value       = "https://${local.has_host ? local.host : aws_cloudfront_distribution.this.domain_name}"
}
