locals {
  node_groups = { for group in try(var.eks.node_groups, []) : group.name => group }
}

resource "aws_launch_template" "eks_nodes" {
  for_each = local.node_groups

  name_prefix            = "${local.short_name}-${each.key}-"
  description            = "Nodes of ${local.name}"
  update_default_version = true

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"

    # Pods have roles of their own, and no way to the node's.
    http_put_response_hop_limit = 1
  }

  # Bottlerocket keeps containers on a disk of their own.
  dynamic "block_device_mappings" {
    for_each = startswith(each.value.ami_type, "BOTTLEROCKET") ? { "/dev/xvda" = 4, "/dev/xvdb" = each.value.disk_gib } : { "/dev/xvda" = each.value.disk_gib }

    content {
      device_name = block_device_mappings.key

      ebs {
        volume_type           = "gp3"
        volume_size           = block_device_mappings.value
        encrypted             = true
        kms_key_id            = aws_kms_key.this.arn
        delete_on_termination = true
      }
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "network-interface", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = merge(data.aws_default_tags.current.tags, { Name = "${local.name}-${each.key}" })
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_eks_node_group" "this" {
  for_each = local.node_groups

  cluster_name           = aws_eks_cluster.this[0].name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.eks_nodes[0].arn
  subnet_ids             = local.private_subnet_ids
  ami_type               = each.value.ami_type
  instance_types         = each.value.instance_types
  capacity_type          = each.value.capacity_type

  launch_template {
    id      = aws_launch_template.eks_nodes[each.key].id
    version = aws_launch_template.eks_nodes[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.minimum
    max_size     = each.value.maximum
    desired_size = max(each.value.minimum, 1)
  }

  update_config {
    max_unavailable_percentage = 33
  }

  node_repair_config {
    enabled = true
  }

  # Nodes are not ready without a network, and cannot leave without these rights.
  depends_on = [aws_eks_addon.before_nodes, aws_iam_role_policy_attachment.eks_nodes]

  lifecycle {
    create_before_destroy = true

    # An autoscaler's.
    ignore_changes = [scaling_config[0].desired_size]
  }
}

# EKS Auto Mode has all of these built in, and CoreDNS.
resource "aws_eks_addon" "before_nodes" {
  for_each = toset(length(local.node_groups) > 0 ? ["eks-pod-identity-agent", "kube-proxy", "vpc-cni"] : [])

  cluster_name                = aws_eks_cluster.this[0].name
  addon_name                  = each.key
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  # Pods are as separate as Kubernetes' network policies say.
  configuration_values = each.key == "vpc-cni" ? jsonencode({ enableNetworkPolicy = "true" }) : null
}

resource "aws_eks_addon" "coredns" {
  count = length(local.node_groups) > 0 ? 1 : 0

  cluster_name                = aws_eks_cluster.this[0].name
  addon_name                  = "coredns"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  # It is ready when it runs, for which it needs nodes.
  depends_on = [aws_eks_node_group.this]
}

# What autoscalers of pods look at; not part of EKS Auto Mode either.
resource "aws_eks_addon" "metrics_server" {
  count = var.eks == null ? 0 : 1

  cluster_name                = aws_eks_cluster.this[0].name
  addon_name                  = "metrics-server"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  depends_on = [aws_eks_node_group.this]
}
