# A cluster is named before it is there, as the platform that makes it builds on
# this baseline: its entries come with the first run after it.
data "aws_eks_clusters" "present" {
  for_each = toset(contains(values(var.access)[*].runtime, "eks") ? values(local.own_clusters)[*].region : [])
  region   = each.value
}

# One that is still being made takes no entries.
data "aws_eks_cluster" "present" {
  for_each = {
    for key, cluster in local.own_clusters : key => cluster if contains(try(data.aws_eks_clusters.present[cluster.region].names, []), cluster.name)
  }
  region = each.value.region
  name   = each.value.name
}

locals {
  own_clusters = {
    for cluster in var.eks_clusters : "${cluster.region}/${cluster.name}" => cluster if coalesce(cluster.account, var.account) == var.account
  }

  present_clusters = [
    for key, cluster in data.aws_eks_cluster.present : local.own_clusters[key] if !contains(["CREATING", "FAILED", "PENDING"], cluster.status)
  ]

  # Runs of services on EKS log in to the cluster, too, from the first plan on.
  cluster_access = merge([
    for name, role in local.deploy_roles : {
      for cluster in local.present_clusters : "${name} ${cluster.region}/${cluster.name}" => { role = name, phase = role.phase, cluster = cluster }
    } if role.runtime == "eks"
  ]...)
}

# What these groups may do is said in the cluster: see the README of runtime-platform.
resource "aws_eks_access_entry" "deploy" {
  for_each = local.cluster_access

  region            = each.value.cluster.region
  cluster_name      = each.value.cluster.name
  principal_arn     = aws_iam_role.deploy[each.value.role].arn
  type              = "STANDARD"
  kubernetes_groups = ["soa-${each.value.phase}"]
}
