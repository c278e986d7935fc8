output "cluster_name" {
  description = "The EKS cluster that the service shares with others."
  value       = local.cluster_name
}

output "cluster_arn" {
  description = "The EKS cluster that the service shares with others."
  value       = local.cluster_arn
}

output "namespace" {
  description = "The service's namespace in the cluster."
  value       = local.namespace
}

output "pod_identity_association_arn" {
  description = "What gives the service's pods the credentials of its role."
  value       = aws_eks_pod_identity_association.this.association_arn
}

output "task_role_arn" {
  description = "The role of the service's own code."
  value       = aws_iam_role.pod.arn
}

output "lattice_service_arn" {
  description = "The VPC Lattice service; null where it is not offered."
  value       = one(data.aws_vpclattice_service.this[*].arn)
}

output "url" {
  description = "Where the service is called: through VPC Lattice if it is offered there, else within the cluster."
  value       = var.lattice ? "https://${data.aws_vpclattice_service.this[0].dns_entry[0].domain_name}" : "http://${local.name}.${local.namespace}.svc.cluster.local"
}
