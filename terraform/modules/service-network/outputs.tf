output "service_network_arn" {
  description = "The service network: what runtime-platform associates its VPCs with."
  value       = aws_vpclattice_service_network.this.arn
}

output "resource_share_arn" {
  description = "The RAM share through which other accounts have the network."
  value       = aws_ram_resource_share.this.arn
}

output "log_group_arn" {
  description = "The log of all requests; null if there is none."
  value       = one(aws_cloudwatch_log_group.access[*].arn)
}

output "resource_configuration_arns" {
  description = "What is reached over TCP, by name."
  value       = { for name, configuration in aws_vpclattice_resource_configuration.this : name => configuration.arn }
}

output "resource_names" {
  description = "The DNS names under which members of the network reach it, by name."
  value       = { for name, association in aws_vpclattice_service_network_resource_association.this : name => one(association.dns_entry[*].domain_name) }
}
