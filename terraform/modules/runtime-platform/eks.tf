locals {
  eks_auto = try(var.eks.compute, null) == "auto"
}

resource "aws_eks_cluster" "this" {
  count    = var.eks == null ? 0 : 1
  name     = local.name
  version  = var.eks.version
  role_arn = aws_iam_role.eks_cluster[0].arn

  enabled_cluster_log_types = var.eks.log_types
  deletion_protection       = var.production

  # Add-ons are ours below, or EKS Auto Mode's own.
  bootstrap_self_managed_addons = false

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }

  vpc_config {
    subnet_ids              = local.private_subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = length(var.eks.public_access_cidrs) > 0
    public_access_cidrs     = length(var.eks.public_access_cidrs) > 0 ? var.eks.public_access_cidrs : null
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.this.arn
    }
  }

  upgrade_policy {
    support_type = var.eks.support_type
  }

  zonal_shift_config {
    enabled = true
  }

  # All three or none. Leaving Auto Mode takes a plan in which they are false.
  compute_config {
    enabled       = local.eks_auto
    node_pools    = local.eks_auto ? ["general-purpose", "system"] : null
    node_role_arn = local.eks_auto ? aws_iam_role.eks_nodes[0].arn : null
  }

  kubernetes_network_config {
    elastic_load_balancing {
      enabled = local.eks_auto
    }
  }

  storage_config {
    block_storage {
      enabled = local.eks_auto
    }
  }

  # EKS gives up its network interfaces and log group by these, last of all.
  depends_on = [
    aws_cloudwatch_log_group.eks,
    aws_iam_role_policy.eks_cluster_key,
    aws_iam_role_policy_attachment.eks_cluster,
  ]
}

# EKS would make it without key and end.
resource "aws_cloudwatch_log_group" "eks" {
  count             = var.eks == null ? 0 : 1
  name              = "/aws/eks/${local.name}/cluster"
  retention_in_days = local.log_days
  kms_key_id        = aws_kms_key.this.arn
}

# Targets of VPC Lattice are called from its own addresses.
data "aws_ec2_managed_prefix_list" "lattice" {
  count = var.eks != null && local.service_network != null ? 1 : 0

  filter {
    name   = "prefix-list-name"
    values = ["com.amazonaws.${var.region}.vpc-lattice"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "eks_lattice" {
  count             = length(data.aws_ec2_managed_prefix_list.lattice)
  security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  description       = "From VPC Lattice to pods"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.lattice[0].id
  ip_protocol       = "-1"
}

# The cluster's own group lets in its nodes only.
resource "aws_vpc_security_group_ingress_rule" "eks_api" {
  for_each = { for range in concat(["vpc"], try(var.eks.client_ranges, [])) : range => range if var.eks != null }

  security_group_id = aws_eks_cluster.this[0].vpc_config[0].cluster_security_group_id
  description       = "Clients of the API"
  cidr_ipv4         = each.key == "vpc" ? aws_vpc.this.cidr_block : each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
