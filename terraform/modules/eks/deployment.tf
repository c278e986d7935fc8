locals {
  # One ARN for all placements: a secret that is replicated has it in each Region.
  secrets = { for name, arn in var.secrets : name => replace(arn, "{region}", local.region) }

  environment_variables = merge(
    { for consumed in var.consumes : "${replace(upper(consumed.name), "-", "_")}_URL" => consumed.url },
    local.secrets,
    var.environment_variables,
  )
}

resource "kubernetes_deployment_v1" "this" {
  # A service that cannot start fails its run, and with it its rollout.
  wait_for_rollout = true

  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  spec {
    replicas                  = var.replicas.minimum
    revision_history_limit    = 5
    progress_deadline_seconds = var.startup_seconds + 300

    selector {
      match_labels = local.selector
    }

    # Old pods stay until new ones are ready, and stay if those never are.
    strategy {
      type = "RollingUpdate"

      rolling_update {
        max_surge       = "25%"
        max_unavailable = "0"
      }
    }

    template {
      metadata {
        labels = local.labels
      }

      spec {
        service_account_name             = kubernetes_service_account_v1.this.metadata[0].name
        automount_service_account_token  = false
        enable_service_links             = false
        termination_grace_period_seconds = var.shutdown_seconds
        node_selector                    = var.architecture == null ? null : { "kubernetes.io/arch" = var.architecture }

        security_context {
          run_as_non_root = true
          run_as_user     = var.user

          seccomp_profile {
            type = "RuntimeDefault"
          }
        }

        dynamic "topology_spread_constraint" {
          for_each = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"]

          content {
            topology_key       = topology_spread_constraint.value
            max_skew           = 1
            when_unsatisfiable = "ScheduleAnyway"

            label_selector {
              match_labels = local.selector
            }
          }
        }

        container {
          name              = var.service
          image             = replace(var.image, "{region}", local.region)
          image_pull_policy = "IfNotPresent"
          args              = var.command

          port {
            name           = "http"
            container_port = var.port
            protocol       = "TCP"
          }

          dynamic "env" {
            for_each = local.environment_variables

            content {
              name = env.key
              # Kubernetes takes $(NAME) for another variable, and $$ for a dollar.
              value = replace(env.value, "$", "$$")
            }
          }

          # No limit of CPU: what nobody else needs, it may use.
          resources {
            requests = { cpu = "${var.cpu}m", memory = "${var.memory}Mi" }
            limits   = { memory = "${var.memory}Mi" }
          }

          security_context {
            allow_privilege_escalation = false
            privileged                 = false
            read_only_root_filesystem  = var.readonly_root_filesystem
            run_as_non_root            = true

            capabilities {
              drop = ["ALL"]
            }
          }

          volume_mount {
            name       = "tmp"
            mount_path = "/tmp"
          }

          startup_probe {
            period_seconds    = 5
            failure_threshold = ceil(var.startup_seconds / 5)

            tcp_socket {
              port = "http"
            }
          }

          readiness_probe {
            period_seconds    = 5
            timeout_seconds   = 3
            failure_threshold = 3

            http_get {
              path = var.health_check_path
              port = "http"
            }
          }

          liveness_probe {
            period_seconds    = 10
            timeout_seconds   = 3
            failure_threshold = 6

            dynamic "http_get" {
              for_each = var.liveness_path == null ? [] : [var.liveness_path]

              content {
                path = http_get.value
                port = "http"
              }
            }

            dynamic "tcp_socket" {
              for_each = var.liveness_path == null ? ["http"] : []

              content {
                port = tcp_socket.value
              }
            }
          }
        }

        volume {
          name = "tmp"

          empty_dir {
            size_limit = "64Mi"
          }
        }
      }
    }
  }

  # Pods get their credentials when they start, or never.
  depends_on = [
    aws_eks_pod_identity_association.this,
    aws_iam_role_policy.this,
    aws_iam_role_policy_attachment.other,
    kubernetes_network_policy_v1.this,
  ]

  timeouts {
    create = "20m"
    update = "20m"
  }

  lifecycle {
    # The autoscaler's.
    ignore_changes = [spec[0].replicas]
  }
}

resource "kubernetes_horizontal_pod_autoscaler_v2" "this" {
  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  spec {
    min_replicas = var.replicas.minimum
    max_replicas = var.replicas.maximum

    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = kubernetes_deployment_v1.this.metadata[0].name
    }

    metric {
      type = "Resource"

      resource {
        name = "cpu"

        target {
          type                = "Utilization"
          average_utilization = var.replicas.cpu_percent
        }
      }
    }
  }
}

# Of a single pod nothing is left to keep: its node could never be emptied.
resource "kubernetes_pod_disruption_budget_v1" "this" {
  count = var.replicas.minimum > 1 ? 1 : 0

  metadata {
    name      = local.name
    namespace = local.namespace
    labels    = local.labels
  }

  spec {
    max_unavailable = "1"

    selector {
      match_labels = local.selector
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}
