locals {
  has_container_insights = try(var.eks.container_insights, false)
}

# What containers write, and what they use. Without it, nobody keeps either.
resource "aws_eks_addon" "container_insights" {
  count = local.has_container_insights ? 1 : 0

  cluster_name                = aws_eks_cluster.this[0].name
  addon_name                  = "amazon-cloudwatch-observability"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  # Left to itself, Application Signals puts an init container into every pod, which
  # namespaces with the restricted standard refuse, and costs by what it sees.
  configuration_values = jsonencode({
    containerLogs = { enabled = true }
    manager       = { applicationSignals = { autoMonitor = { monitorAllServices = false } } }
  })

  pod_identity_association {
    role_arn        = aws_iam_role.container_insights[0].arn
    service_account = "cloudwatch-agent"
  }

  depends_on = [
    aws_cloudwatch_log_group.container_insights,
    aws_eks_addon.before_nodes,
    aws_eks_node_group.this,
    aws_iam_role_policy_attachment.container_insights,
  ]
}

# The agent would make them without key and end.
resource "aws_cloudwatch_log_group" "container_insights" {
  for_each          = toset(local.has_container_insights ? ["application", "dataplane", "host", "performance"] : [])
  name              = "/aws/containerinsights/${local.name}/${each.key}"
  retention_in_days = local.log_days
  kms_key_id        = aws_kms_key.this.arn
}

resource "aws_iam_role" "container_insights" {
  count                = local.has_container_insights ? 1 : 0
  name                 = "${local.role_name}-insights"
  path                 = "/soa/"
  description          = "The CloudWatch agent of ${local.name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account }
        ArnEquals    = { "aws:SourceArn" = aws_eks_cluster.this[0].arn }
      }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "container_insights" {
  count      = local.has_container_insights ? 1 : 0
  role       = aws_iam_role.container_insights[0].name
  policy_arn = "${local.iam_policy}/CloudWatchAgentServerPolicy"
}
