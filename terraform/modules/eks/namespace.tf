resource "kubernetes_namespace_v1" "this" {
  count = var.namespace == null ? 1 : 0

  metadata {
    name = local.namespace

    labels = merge(
      local.labels,
      {
        "pod-security.kubernetes.io/audit"   = "restricted"
        "pod-security.kubernetes.io/enforce" = "restricted"
        "pod-security.kubernetes.io/warn"    = "restricted"
      },
      # A new pod is ready once VPC Lattice sends to it, and no old one goes before.
      var.lattice ? { "application-networking.k8s.aws/pod-readiness-gate-inject" = "enabled" } : {},
    )
  }
}

resource "kubernetes_service_account_v1" "this" {
  # Pod Identity needs no token of Kubernetes, and neither does the code.
  automount_service_account_token = false

  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  depends_on = [kubernetes_namespace_v1.this]
}
