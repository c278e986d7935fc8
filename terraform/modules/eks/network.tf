locals {
  # Where VPC Lattice calls from, and what calls of it go to.
  lattice_ranges = ["169.254.171.0/24", "fd00:ec2:80::/64"]

  # Where pods get credentials of their role.
  pod_identity_agent = "169.254.170.23/32"
}

resource "kubernetes_service_v1" "this" {
  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  spec {
    type     = "ClusterIP"
    selector = local.selector

    port {
      name        = "http"
      port        = 80
      target_port = "http"
      protocol    = "TCP"
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

# Nothing comes in and nothing goes out but this.
resource "kubernetes_network_policy_v1" "this" {
  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  spec {
    policy_types = ["Ingress", "Egress"]

    pod_selector {
      match_labels = local.selector
    }

    ingress {
      # Who is in the same namespace.
      from {
        pod_selector {}
      }

      dynamic "from" {
        for_each = toset(var.called_from)

        content {
          namespace_selector {
            match_labels = { "kubernetes.io/metadata.name" = from.value }
          }
        }
      }

      dynamic "from" {
        for_each = var.lattice ? local.lattice_ranges : []

        content {
          ip_block {
            cidr = from.value
          }
        }
      }

      ports {
        port     = tostring(var.port)
        protocol = "TCP"
      }
    }

    # Names are asked of pods, of nodes (EKS Auto Mode), or of the VPC.
    egress {
      dynamic "ports" {
        for_each = ["TCP", "UDP"]

        content {
          port     = "53"
          protocol = ports.value
        }
      }
    }

    egress {
      to {
        ip_block {
          cidr = local.pod_identity_agent
        }
      }

      ports {
        port     = "80"
        protocol = "TCP"
      }
    }

    # To AWS and to other services, through VPC Lattice, too.
    egress {
      ports {
        port     = "443"
        protocol = "TCP"
      }
    }

    dynamic "egress" {
      for_each = var.egress

      content {
        to {
          ip_block {
            cidr = egress.value.cidr
          }
        }

        ports {
          port     = tostring(egress.value.port)
          protocol = "TCP"
        }
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}
