output "oidc_provider_arn" {
  description = "The identity provider by which runs log in."
  value       = local.oidc_provider_arn
}

output "github_oidc_provider_arn" {
  description = "The identity provider of GitHub Actions; null where this has not made it."
  value       = one(aws_iam_openid_connect_provider.github[*].arn)
}

output "eks_clusters" {
  description = "The clusters that runs of services on EKS are let into, as region/name; those that were not there are missing."
  value       = sort([for cluster in local.present_clusters : "${cluster.region}/${cluster.name}"])
}

output "plan_role_arns" {
  description = "The role of the plan phase, by workspace."
  value       = { for workspace in keys(var.access) : workspace => aws_iam_role.deploy["${workspace}-plan"].arn }
}

output "apply_role_arns" {
  description = "The role of the apply phase, by workspace."
  value       = { for workspace in keys(var.access) : workspace => aws_iam_role.deploy["${workspace}-apply"].arn }
}

output "permissions_boundary_arn" {
  description = "The policy that bounds every role that a service makes."
  value       = aws_iam_policy.service_boundary.arn
}

output "deploy_boundary_arn" {
  description = "The policy that bounds the roles of runs."
  value       = aws_iam_policy.deploy_boundary.arn
}

output "portal_role_arn" {
  description = "The role by which the portal reads; null if there is none."
  value       = one(aws_iam_role.portal[*].arn)
}

output "ebs_key_arns" {
  description = "The key that encrypts new volumes, by Region; empty where it is AWS's."
  value       = { for region, key in aws_kms_key.ebs : region => key.arn }
}

output "baseline_version" {
  description = "The version of the baseline, as in /soa/baseline/version."
  value       = local.baseline_version
}

output "guardrails" {
  description = "What the account is guarded by, in words: the portal shows it on the account's page."
  value = concat(
    [
      "S3 buckets are not public",
      "New EBS volumes are encrypted in ${local.guarded_in_words}",
      "EBS snapshots and machine images are not shared in ${local.guarded_in_words}",
      "Instances give their metadata to IMDSv2 only in ${local.guarded_in_words}",
      "Passwords of IAM users have at least ${var.password_policy.minimum_length} characters",
    ],
    var.access_analyzer ? ["IAM Access Analyzer looks for what is open to other accounts in ${local.guarded_in_words}"] : [],
    var.close_default_security_groups ? ["Default security groups let nothing in or out in ${local.guarded_in_words}"] : [],
    var.budget == null ? [] : ["A budget of ${var.budget.monthly_usd} USD a month"],
  )
}
