locals {
  organization_id = var.organization_id != null ? var.organization_id : one(data.aws_organizations_organization.current[*].id)
  gateway_name    = var.gateway.name != null ? var.gateway.name : one(data.aws_vpclattice_service_network.platform[*].name)
}

# Every member may ask for its organisation's id, though for little else.
data "aws_organizations_organization" "current" {
  count = var.lattice && var.organization_id == null ? 1 : 0

  # Whoever may more, as in the management account, would read all of its accounts.
  return_organization_only = true
}

# The controller finds the network by the Gateway's name.
data "aws_vpclattice_service_network" "platform" {
  count                      = var.lattice ? 1 : 0
  service_network_identifier = nonsensitive(data.aws_ssm_parameter.service_network_arn[0].value)
}

# Signed calls of the organisation's services, and of nobody else. It is there before
# the route, to which the controller then attaches it.
resource "kubernetes_manifest" "auth_policy" {
  count = var.lattice ? 1 : 0

  manifest = {
    apiVersion = "application-networking.k8s.aws/v1alpha1"
    kind       = "IAMAuthPolicy"
    metadata   = { name = local.name, namespace = local.namespace, labels = local.labels }
    spec = {
      targetRef = { group = "gateway.networking.k8s.io", kind = "HTTPRoute", name = local.name }
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Principal = "*"
          Action    = "vpc-lattice-svcs:Invoke"
          Resource  = "*"
          Condition = {
            StringEquals = { "aws:PrincipalOrgID" = local.organization_id }
            ArnLike      = { "aws:PrincipalArn" = "arn:${local.partition}:iam::*:role/soa/*" }
          }
        }]
      })
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_manifest" "health_check" {
  count = var.lattice ? 1 : 0

  manifest = {
    apiVersion = "application-networking.k8s.aws/v1alpha1"
    kind       = "TargetGroupPolicy"
    metadata   = { name = local.name, namespace = local.namespace, labels = local.labels }
    spec = {
      targetRef       = { group = "", kind = "Service", name = local.name }
      protocol        = "HTTP"
      protocolVersion = "HTTP1"
      healthCheck = {
        enabled         = true
        path            = var.health_check_path
        protocol        = "HTTP"
        protocolVersion = "HTTP1"
        statusMatch     = "200-399"
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

# The controller makes the VPC Lattice service, its listener and its targets.
resource "kubernetes_manifest" "route" {
  count = var.lattice ? 1 : 0

  manifest = {
    apiVersion = "gateway.networking.k8s.io/v1"
    kind       = "HTTPRoute"
    metadata = {
      name        = local.name
      namespace   = local.namespace
      labels      = local.labels
      annotations = { "application-networking.k8s.aws/service-name-override" = local.lattice_name }
    }
    spec = {
      parentRefs = [{
        group       = "gateway.networking.k8s.io"
        kind        = "Gateway"
        name        = local.gateway_name
        namespace   = var.gateway.namespace
        sectionName = var.gateway.listener
      }]
      rules = [{
        matches     = [{ path = { type = "PathPrefix", value = "/" } }]
        backendRefs = [{ group = "", kind = "Service", name = local.name, port = 80, weight = 1 }]
      }]
    }
  }

  # Until it has a name, nobody can call it.
  wait {
    fields = {
      "metadata.annotations[\"application-networking.k8s.aws/lattice-assigned-domain-name\"]" = "*"
    }
  }

  timeouts {
    create = "10m"
    update = "10m"
  }

  depends_on = [
    kubernetes_deployment_v1.this,
    kubernetes_manifest.auth_policy,
    kubernetes_manifest.health_check,
    kubernetes_service_v1.this,
  ]
}

# What the controller has made.
data "aws_vpclattice_service" "this" {
  count = var.lattice ? 1 : 0
  name  = local.lattice_name

  depends_on = [kubernetes_manifest.route]
}
