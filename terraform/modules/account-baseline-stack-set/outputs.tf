output "stack_set_arn" {
  description = "The stack set."
  value       = aws_cloudformation_stack_set.this.arn
}

output "access_workspaces" {
  description = "The access workspaces of the accounts that have a stack, by account; each still has to be made by the template account-baseline."
  value = {
    for account in distinct(flatten([for instance in values(aws_cloudformation_stack_set_instance.this) : instance.stack_instance_summaries[*].account_id])) :
    account => "${var.organization}/${var.baseline_service}-${account}"
  }
}
