output "function_arn" {
  description = "The function."
  value       = aws_lambda_function.this.arn
}

output "alias_arn" {
  description = "The alias live: what others call, whichever version it is."
  value       = local.alias_arn

  depends_on = [aws_cloudformation_stack.live]
}

output "version" {
  description = "The newest version of the function."
  value       = aws_lambda_function.this.version
}

output "task_role_arn" {
  description = "The role of the service's own code."
  value       = aws_iam_role.function.arn
}

output "deployment_role_arn" {
  description = "The role by which CodeDeploy moves requests; null where it moves none."
  value       = one(aws_iam_role.deployment[*].arn)
}

output "log_group_arn" {
  description = "The log group of the function."
  value       = aws_cloudwatch_log_group.this.arn
}

output "access_log_group_arn" {
  description = "The log group of the HTTP API's requests; null without one."
  value       = one(aws_cloudwatch_log_group.access[*].arn)
}

output "api_arn" {
  description = "The HTTP API; null without one."
  value       = one(aws_apigatewayv2_api.this[*].arn)
}

output "stack_arn" {
  description = "The CloudFormation stack of the alias, in which deployments are seen."
  value       = aws_cloudformation_stack.live.id
}

output "failures_queue_arn" {
  description = "The queue of events that have failed; null without one."
  value       = one(aws_sqs_queue.failures[*].arn)
}

output "lattice_service_arn" {
  description = "The VPC Lattice service; null where it is not offered."
  value       = one(aws_vpclattice_service.this[*].arn)
}

output "url" {
  description = "Where the service is called: its host, its API, its function URL, or VPC Lattice; null where it is not."
  value = (
    var.host != null ? "https://${local.host}" :
    local.is_api ? aws_apigatewayv2_api.this[0].api_endpoint :
    var.endpoint == "function-url" ? aws_lambda_function_url.this[0].function_url :
    var.lattice ? "https://${aws_vpclattice_service.this[0].dns_entry[0].domain_name}" :
    null
  )
}
