locals {
  eks_cluster_policies = var.eks == null ? [] : concat(
    ["AmazonEKSClusterPolicy"],
    local.eks_auto ? [
      "AmazonEKSBlockStoragePolicy",
      "AmazonEKSComputePolicy",
      "AmazonEKSLoadBalancingPolicy",
      "AmazonEKSNetworkingPolicy",
    ] : [],
  )

  eks_node_policies = var.eks == null ? [] : concat(
    ["AmazonEC2ContainerRegistryPullOnly"],
    local.eks_auto ? ["AmazonEKSWorkerNodeMinimalPolicy"] : [
      "AmazonEKSWorkerNodePolicy",
      "AmazonEKS_CNI_Policy",
      "AmazonSSMManagedInstanceCore",
    ],
  )
}

resource "aws_iam_role" "eks_cluster" {
  count                = var.eks == null ? 0 : 1
  name                 = "${local.role_name}-cluster"
  path                 = "/soa/"
  description          = "The control plane of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = local.eks_auto ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]
      Principal = { Service = "eks.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "eks_cluster" {
  for_each = toset(local.eks_cluster_policies)

  role       = aws_iam_role.eks_cluster[0].name
  policy_arn = "${local.iam_policy}/${each.key}"
}

resource "aws_iam_role_policy" "eks_cluster_key" {
  count = var.eks == null ? 0 : 1
  name  = "encrypt-secrets"
  role  = aws_iam_role.eks_cluster[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"]
      Resource = aws_kms_key.this.arn
    }]
  })
}

resource "aws_iam_role" "eks_nodes" {
  count                = var.eks == null ? 0 : 1
  name                 = "${local.role_name}-nodes"
  path                 = "/soa/"
  description          = "The nodes of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.${local.dns_suffix}" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "eks_nodes" {
  for_each = toset(local.eks_node_policies)

  role       = aws_iam_role.eks_nodes[0].name
  policy_arn = "${local.iam_policy}/${each.key}"
}
