# What services of this account, Region and environment build on. Nothing is
# published that is not there: a service that needs it says so in its plan.
resource "aws_ssm_parameter" "contract" {
  for_each = merge(
    {
      vpc-id          = aws_vpc.this.id
      subnet-ids      = join(",", local.private_subnet_ids)
      kms-key-arn     = aws_kms_key.this.arn
      alarm-topic-arn = aws_sns_topic.alarms.arn
    },
    local.has_public ? { public-subnet-ids = join(",", local.public_subnet_ids) } : {},
    var.ecs ? { cluster-arn = aws_ecs_cluster.this[0].arn } : {},
    var.eks == null ? {} : { eks-cluster-name = aws_eks_cluster.this[0].name },
    local.has_listener ? { listener-arn = aws_lb_listener.https[0].arn } : {},
    var.dns == null ? {} : { zone-id = local.zone_id },
    local.service_network == null ? {} : { service-network-arn = local.service_network },
  )

  name        = "/soa/platform/${var.environment}/${each.key}"
  description = "Platform contract of ${local.name}"
  type        = "String"
  tier        = "Standard"
  value       = each.value

  # Whoever finds it published finds it ready.
  depends_on = [
    aws_ecs_cluster_capacity_providers.this,
    aws_eks_access_policy_association.this,
    aws_eks_addon.container_insights,
    aws_eks_addon.coredns,
    aws_eks_addon.metrics_server,
    aws_eks_pod_identity_association.gateway_controller,
    aws_route.nat,
    aws_route.transit,
    aws_route_table_association.private,
    aws_sns_topic_policy.alarms,
    aws_vpc_endpoint.gateway,
    aws_vpc_endpoint.interface,
    aws_vpclattice_service_network_vpc_association.this,
  ]
}
