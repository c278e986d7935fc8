output "service_arn" {
  description = "The ECS service."
  value       = aws_ecs_service.this.id
}

output "cluster_arn" {
  description = "The ECS cluster that the service shares with others."
  value       = nonsensitive(data.aws_ssm_parameter.cluster_arn.value)
}

output "target_group_arn" {
  description = "The target group of the service's tasks."
  value       = aws_lb_target_group.this.arn
}

output "task_role_arn" {
  description = "The role of the service's own code."
  value       = aws_iam_role.task.arn
}

output "execution_role_arn" {
  description = "The role by which ECS starts tasks."
  value       = aws_iam_role.execution.arn
}

output "log_group_arn" {
  description = "The log group of the service's tasks."
  value       = aws_cloudwatch_log_group.this.arn
}
