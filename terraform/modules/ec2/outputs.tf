output "auto_scaling_group_arn" {
  description = "The Auto Scaling group of the service's instances."
  value       = aws_autoscaling_group.this.arn
}

output "launch_template_arn" {
  description = "The launch template that instances start from."
  value       = aws_launch_template.this.arn
}

output "instance_role_arn" {
  description = "The role of the instances, and of the service's own code."
  value       = aws_iam_role.this.arn
}

output "security_group_arn" {
  description = "The security group of the instances."
  value       = aws_security_group.this.arn
}

output "log_group_arn" {
  description = "The log group of the service's instances."
  value       = aws_cloudwatch_log_group.this.arn
}

output "target_group_arn" {
  description = "The target group of the instances; null without a load balancer."
  value       = one(aws_lb_target_group.this[*].arn)
}

output "load_balancer_arn" {
  description = "The load balancer, the service's own or the shared one; null without one."
  value       = local.is_own ? aws_lb.this[0].arn : local.shared_load_balancer_arn
}

output "lattice_service_arn" {
  description = "The service as VPC Lattice knows it; null unless it is offered there."
  value       = one(aws_vpclattice_service.this[*].arn)
}

output "url" {
  description = "Where the service is called: through VPC Lattice where it is offered there, else by its host name; null without either."
  value = (
    var.lattice ? "https://${aws_vpclattice_service.this[0].dns_entry[0].domain_name}" :
    local.has_group ? "https://${local.host}" : null
  )
}
