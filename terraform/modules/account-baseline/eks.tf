# A cluster is named before it is there, as the platform that makes it builds on
# this baseline: its entries come with the first run after it.
data "aws_eks_clusters" "present" {
  for_each = toset(contains(values(var.access)[*].runtime, "eks") ? var.eks_clusters[*].region : [])
  region   = each.value
}

locals {
  present_clusters = [
    for cluster in var.eks_clusters : cluster if contains(try(data.aws_eks_clusters.present[cluster.region].names, []), cluster.name)
  ]

  # Runs of services on EKS log in to the cluster, too, from the first plan on.
  cluster_access = merge([
    for name, role in local.deploy_roles : {
      for cluster in local.present_clusters : "${name} ${cluster.region}/${cluster.name}" => { role = name, phase = role.phase, cluster = cluster }
    } if role.runtime == "eks"
  ]...)
}

# What these groups may do is said in the cluster: see the README of the module eks.
resource "aws_eks_access_entry" "deploy" {
  for_each = local.cluster_access

  region            = each.value.cluster.region
  cluster_name      = each.value.cluster.name
  principal_arn     = aws_iam_role.deploy[each.value.role].arn
  type              = "STANDARD"
  kubernetes_groups = ["soa-${each.value.phase}"]
}
