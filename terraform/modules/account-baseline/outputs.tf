output "oidc_provider_arn" {
  description = "The identity provider by which runs log in."
  value       = local.oidc_provider_arn
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
