locals {
  access_entries = { for entry in try(var.eks.access_entries, []) : entry.principal_arn => entry }
}

# Nobody is in the cluster who is not named here, not even who made it.
resource "aws_eks_access_entry" "this" {
  for_each = local.access_entries

  cluster_name      = aws_eks_cluster.this[0].name
  principal_arn     = each.key
  type              = "STANDARD"
  kubernetes_groups = each.value.kubernetes_groups
}

resource "aws_eks_access_policy_association" "this" {
  for_each = { for principal, entry in local.access_entries : principal => entry if entry.policy != null }

  cluster_name  = aws_eks_cluster.this[0].name
  principal_arn = aws_eks_access_entry.this[each.key].principal_arn
  policy_arn    = "arn:${local.partition}:eks::aws:cluster-access-policy/${each.value.policy}"

  access_scope {
    type       = length(each.value.namespaces) > 0 ? "namespace" : "cluster"
    namespaces = length(each.value.namespaces) > 0 ? each.value.namespaces : null
  }
}
