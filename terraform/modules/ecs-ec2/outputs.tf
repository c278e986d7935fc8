output "service_arn" {
  description = "The ECS service."
  value       = aws_ecs_service.this.id
}

output "cluster_arn" {
  description = "The service's ECS cluster."
  value       = aws_ecs_cluster.this.arn
}

output "task_definition_arn" {
  description = "The newest revision of the task definition."
  value       = aws_ecs_task_definition.this.arn
}

output "target_group_arn" {
  description = "The target group of the service's tasks; null without a load balancer."
  value       = one(aws_lb_target_group.this[*].arn)
}

output "load_balancer_arn" {
  description = "The load balancer, the service's own or the shared one; null without one."
  value       = local.is_own ? aws_lb.this[0].arn : local.shared_load_balancer_arn
}

output "security_group_arn" {
  description = "The security group of the tasks."
  value       = aws_security_group.this.arn
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

output "lattice_service_arn" {
  description = "The service as VPC Lattice knows it; null unless it is offered there."
  value       = one(aws_vpclattice_service.this[*].arn)
}

output "url" {
  description = "Where the service is called: through VPC Lattice where it is offered there, else by its host name; null without either."
  value = (
    var.lattice ? "https://${one(aws_vpclattice_service.this[0].dns_entry[*].domain_name)}" :
    local.is_balanced ? "https://${local.host}" : null
  )
}

output "auto_scaling_group_arn" {
  description = "The Auto Scaling group of the cluster's instances."
  value       = aws_autoscaling_group.this.arn
}

output "capacity_provider_arn" {
  description = "The capacity provider by which ECS has as many instances as its tasks need."
  value       = aws_ecs_capacity_provider.this.arn
}

output "instance_role_arn" {
  description = "The role of the instances; tasks have their own."
  value       = aws_iam_role.instance.arn
}
