locals {
  called = sort(distinct(compact([for consumed in var.consumes : consumed.lattice_service_arn])))

  policies = merge(
    length(var.secrets) == 0 ? {} : {
      read-secrets = [
        {
          Effect   = "Allow"
          Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
          Resource = sort(distinct(values(local.secrets)))
        },
        {
          Effect    = "Allow"
          Action    = "kms:Decrypt"
          Resource  = nonsensitive(data.aws_ssm_parameter.kms_key_arn[0].value)
          Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${data.aws_partition.current.dns_suffix}" } }
        },
      ]
    },
    length(local.called) == 0 ? {} : {
      call-services = [{
        Effect   = "Allow"
        Action   = "vpc-lattice-svcs:Invoke"
        Resource = [for arn in local.called : "${arn}/*"]
      }]
    },
  )
}

# What the service's own code may do: nothing, until somebody attaches a policy.
resource "aws_iam_role" "pod" {
  name                 = "${local.role_name}-pod"
  path                 = "/soa/"
  description          = "The code of ${local.full_name}"
  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:SourceAccount"                         = local.account
          "aws:RequestTag/kubernetes-namespace"       = local.namespace
          "aws:RequestTag/kubernetes-service-account" = local.name
        }
        ArnEquals = { "aws:SourceArn" = local.cluster_arn }
      }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.policies

  name   = each.key
  role   = aws_iam_role.pod.id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy_attachment" "other" {
  for_each = toset(var.policy_arns)

  role       = aws_iam_role.pod.name
  policy_arn = each.value
}

# Pods with this service account, and no others, get credentials of the role.
resource "aws_eks_pod_identity_association" "this" {
  cluster_name    = local.cluster_name
  namespace       = local.namespace
  service_account = local.name
  role_arn        = aws_iam_role.pod.arn
}
