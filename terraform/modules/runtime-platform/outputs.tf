output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "vpc_arn" {
  description = "The VPC's ARN."
  value       = aws_vpc.this.arn
}

output "vpc_range" {
  description = "The VPC's IPv4 range."
  value       = aws_vpc.this.cidr_block
}

output "private_subnet_ids" {
  description = "The private subnets, in the order of their zones."
  value       = local.private_subnet_ids
}

output "public_subnet_ids" {
  description = "The public subnets, in the order of their zones; empty where nothing is public."
  value       = local.public_subnet_ids
}

output "intra_subnet_ids" {
  description = "The subnets without a way out, in the order of their zones."
  value       = local.intra_subnet_ids
}

output "nat_addresses" {
  description = "The addresses from which private subnets come to the internet, for other people's allow lists."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}

output "transit_gateway_attachment_id" {
  description = "The attachment that the transit gateway's owner has to give a route table, if it is not given one by default."
  value       = one(aws_ec2_transit_gateway_vpc_attachment.this[*].id)
}

output "service_network_arn" {
  description = "The VPC Lattice service network that the VPC is on; null if on none."
  value       = local.service_network
}

output "cluster_arn" {
  description = "The ECS cluster; null if there is none."
  value       = one(aws_ecs_cluster.this[*].arn)
}

output "eks_cluster_arn" {
  description = "The EKS cluster; null if there is none."
  value       = one(aws_eks_cluster.this[*].arn)
}

output "eks_cluster_name" {
  description = "The EKS cluster's name; null if there is none."
  value       = one(aws_eks_cluster.this[*].name)
}

output "eks_cluster_endpoint" {
  description = "The API of the EKS cluster; null if there is none."
  value       = one(aws_eks_cluster.this[*].endpoint)
}

output "eks_setup" {
  description = "What a principal with AmazonEKSClusterAdminPolicy runs once before services run in the EKS cluster, in the folder infra/modules/runtime-platform/cluster; empty without a cluster."
  value = concat(
    var.eks == null ? [] : [
      "aws eks update-kubeconfig --region ${var.region} --name ${local.name}",
      "kubectl apply -f access.yaml",
    ],
    local.eks_auto ? ["kubectl apply -f network-policies.yaml"] : [],
    !local.has_gateway_controller ? [] : [
      "kubectl apply --server-side -f https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.0/standard-install.yaml",
      "helm install gateway-api-controller oci://public.ecr.aws/aws-application-networking-k8s/aws-gateway-controller-chart --version v2.1.3 --create-namespace --namespace ${local.gateway_controller.namespace} --set awsRegion=${var.region} --set awsAccountId=${var.account} --set clusterName=${local.name} --set clusterVpcId=${aws_vpc.this.id}",
      "sed s/SERVICE_NETWORK/${data.aws_vpclattice_service_network.eks[0].name}/ gateway.yaml | kubectl apply -f -",
    ],
  )
}

output "load_balancer_arn" {
  description = "The shared load balancer; null if there is none."
  value       = one(aws_lb.this[*].arn)
}

output "load_balancer_name" {
  description = "The DNS name of the shared load balancer; null if there is none."
  value       = one(aws_lb.this[*].dns_name)
}

output "listener_arn" {
  description = "The shared HTTPS listener; null if there is none."
  value       = one(aws_lb_listener.https[*].arn)
}

output "zone_id" {
  description = "The public zone of the environment's services; null if there is none."
  value       = local.zone_id
}

output "zone_name" {
  description = "The name of the zone, below which services have theirs; null if there is none."
  value       = local.zone_name
}

output "zone_name_servers" {
  description = "The name servers to which the parent zone has to point; empty where another Region makes the zone."
  value       = flatten(aws_route53_zone.this[*].name_servers)
}

output "kms_key_arn" {
  description = "The key of the platform and of what runs on it."
  value       = aws_kms_key.this.arn
}

output "alarm_topic_arn" {
  description = "The topic for alarms."
  value       = aws_sns_topic.alarms.arn
}

output "contract" {
  description = "The names of the SSM parameters that services read."
  value       = sort([for parameter in aws_ssm_parameter.contract : parameter.name])
}

output "pending" {
  description = "What people have to do until all is there, one sentence each."
  value = concat(
    var.dns != null && !local.is_delegated ? [
      "Add an NS record for ${local.zone_name} with zone_name_servers to the zone ${var.dns.domain}, then set dns.delegated to true: the certificate, the load balancer and its listener come after that."
    ] : [],
  )
}
