mock_provider "aws" {
  override_data {
    target = data.aws_ssm_parameter.eks_cluster_name
    values = { value = "platform-prod" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.service_network_arn
    values = { value = "arn:aws:vpc-lattice:us-east-1:999988887777:servicenetwork/sn-0123456789abcdef0" }
  }

  override_data {
    target = data.aws_ssm_parameter.alarm_topic_arn
    values = { value = "arn:aws:sns:us-east-1:111122223333:platform-alarms" }
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  override_data {
    target = data.aws_caller_identity.current
    values = { account_id = "111122223333" }
  }

  override_data {
    target = data.aws_organizations_organization.current
    values = { id = "o-a1b2c3d4e5" }
  }

  override_data {
    target = data.aws_vpclattice_service_network.platform
    values = { name = "acme-prod" }
  }

  override_data {
    target = data.aws_vpclattice_service.this
    values = {
      arn       = "arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-0123456789abcdef0"
      dns_entry = [{ domain_name = "orders.7d67968.vpc-lattice-svcs.us-east-1.on.aws", hosted_zone_id = "Z1" }]
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::111122223333:role/soa/orders-prod-use1-pod"
    }
  }
}

mock_provider "kubernetes" {}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  region      = "us-east-1"
  production  = true
  image       = "444455556666.dkr.ecr.{region}.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "is_safe_by_default" {
  assert {
    condition = alltrue([
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].security_context[0].run_as_non_root,
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].security_context[0].seccomp_profile[0].type == "RuntimeDefault",
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].security_context[0].run_as_non_root,
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].security_context[0].read_only_root_filesystem,
      !kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].security_context[0].allow_privilege_escalation,
      !kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].security_context[0].privileged,
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].security_context[0].capabilities[0].drop == tolist(["ALL"]),
    ])
    error_message = "A container is nobody special, and cannot become so."
  }

  assert {
    condition     = kubernetes_namespace_v1.this[0].metadata[0].labels["pod-security.kubernetes.io/enforce"] == "restricted" && kubernetes_namespace_v1.this[0].metadata[0].name == "orders-prod-use1"
    error_message = "Its namespace takes no other pods."
  }

  assert {
    condition     = !kubernetes_service_account_v1.this.automount_service_account_token && !kubernetes_deployment_v1.this.spec[0].template[0].spec[0].automount_service_account_token
    error_message = "Pods have no token for the API of Kubernetes."
  }

  assert {
    condition     = kubernetes_service_v1.this.spec[0].type == "ClusterIP"
    error_message = "Nobody outside of the cluster reaches the service."
  }

  assert {
    condition     = length(kubernetes_manifest.route) == 0 && output.lattice_service_arn == null && output.url == "http://orders-prod-use1.orders-prod-use1.svc.cluster.local"
    error_message = "It is not offered to others."
  }
}

run "is_reached_from_its_namespace_only" {
  assert {
    condition     = kubernetes_network_policy_v1.this.spec[0].policy_types == tolist(["Ingress", "Egress"]) && kubernetes_network_policy_v1.this.spec[0].pod_selector[0].match_labels == tomap({ "app.kubernetes.io/name" = "orders-prod-use1" })
    error_message = "Nothing comes in and nothing goes out that is not named."
  }

  assert {
    condition     = length(kubernetes_network_policy_v1.this.spec[0].ingress) == 1 && length(kubernetes_network_policy_v1.this.spec[0].ingress[0].from) == 1 && length(kubernetes_network_policy_v1.this.spec[0].ingress[0].from[0].pod_selector) == 1 && kubernetes_network_policy_v1.this.spec[0].ingress[0].ports[0].port == "8080"
    error_message = "Pods of the namespace reach the service's port."
  }

  assert {
    condition     = [for rule in kubernetes_network_policy_v1.this.spec[0].egress : [for port in rule.ports : port.port]] == [["53", "53"], ["80"], ["443"]] && kubernetes_network_policy_v1.this.spec[0].egress[1].to[0].ip_block[0].cidr == "169.254.170.23/32"
    error_message = "Pods reach DNS, the agent of Pod Identity, and HTTPS."
  }
}

run "is_reached_from_where_it_is_said" {
  variables {
    called_from = ["shop"]
    egress      = [{ cidr = "10.1.0.0/16", port = 5432 }]
  }

  assert {
    condition     = kubernetes_network_policy_v1.this.spec[0].ingress[0].from[1].namespace_selector[0].match_labels == tomap({ "kubernetes.io/metadata.name" = "shop" })
    error_message = "Another namespace may call it."
  }

  assert {
    condition     = kubernetes_network_policy_v1.this.spec[0].egress[3].to[0].ip_block[0].cidr == "10.1.0.0/16" && kubernetes_network_policy_v1.this.spec[0].egress[3].ports[0].port == "5432"
    error_message = "It reaches its database."
  }
}

run "runs_the_image_of_its_own_region" {
  assert {
    condition     = startswith(kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].image, "444455556666.dkr.ecr.us-east-1.amazonaws.com/orders@sha256:")
    error_message = "{region} stands for the placement's Region."
  }

  assert {
    condition     = kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].resources[0].requests == tomap({ cpu = "250m", memory = "256Mi" }) && kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].resources[0].limits == tomap({ memory = "256Mi" })
    error_message = "A pod is promised what it needs, and no pod eats the memory of others."
  }
}

run "fails_when_its_pods_cannot_start" {
  assert {
    condition     = kubernetes_deployment_v1.this.wait_for_rollout && kubernetes_deployment_v1.this.spec[0].progress_deadline_seconds == 360 && kubernetes_deployment_v1.this.timeouts.update == "20m"
    error_message = "An apply ends when the pods run, or fails."
  }

  assert {
    condition     = kubernetes_deployment_v1.this.spec[0].strategy[0].rolling_update[0].max_unavailable == "0"
    error_message = "Old pods stay until new ones are ready."
  }

  assert {
    condition     = length(kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].readiness_probe) == 1 && length(kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].startup_probe) == 1 && length(kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].liveness_probe[0].tcp_socket) == 1
    error_message = "Pods are asked whether they are ready, and whether they live."
  }
}

run "spreads_and_scales" {
  variables {
    replicas = { minimum = 3, maximum = 30, cpu_percent = 50 }
  }

  assert {
    condition     = [for one in kubernetes_deployment_v1.this.spec[0].template[0].spec[0].topology_spread_constraint : one.topology_key] == ["topology.kubernetes.io/zone", "kubernetes.io/hostname"]
    error_message = "Pods are spread over zones and nodes."
  }

  assert {
    condition     = kubernetes_horizontal_pod_autoscaler_v2.this.spec[0].min_replicas == 3 && kubernetes_horizontal_pod_autoscaler_v2.this.spec[0].max_replicas == 30 && kubernetes_horizontal_pod_autoscaler_v2.this.spec[0].metric[0].resource[0].target[0].average_utilization == 50
    error_message = "There are as many as their CPU asks for."
  }

  assert {
    condition     = kubernetes_pod_disruption_budget_v1.this[0].spec[0].max_unavailable == "1"
    error_message = "Nodes are emptied one pod at a time."
  }
}

run "lets_go_of_a_single_pod" {
  variables {
    production = false
    replicas   = { minimum = 1 }
  }

  assert {
    condition     = length(kubernetes_pod_disruption_budget_v1.this) == 0
    error_message = "A budget for one pod would keep its node for ever."
  }
}

run "gives_its_role_to_its_own_pods_only" {
  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
  }

  assert {
    condition = jsondecode(aws_iam_role.pod.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:SourceAccount"                         = "111122223333"
          "aws:RequestTag/kubernetes-namespace"       = "orders-prod-use1"
          "aws:RequestTag/kubernetes-service-account" = "orders-prod-use1"
        }
        ArnEquals = { "aws:SourceArn" = "arn:aws:eks:us-east-1:111122223333:cluster/platform-prod" }
      }
    }]
    error_message = "Pods of this service account on this cluster take on the role, and nobody else."
  }

  assert {
    condition = alltrue([
      aws_eks_pod_identity_association.this.cluster_name == "platform-prod",
      aws_eks_pod_identity_association.this.namespace == "orders-prod-use1",
      aws_eks_pod_identity_association.this.service_account == kubernetes_service_account_v1.this.metadata[0].name,
      kubernetes_deployment_v1.this.spec[0].template[0].spec[0].service_account_name == kubernetes_service_account_v1.this.metadata[0].name,
    ])
    error_message = "The role, the service account and the pods belong together."
  }

  assert {
    condition     = aws_iam_role.pod.path == "/soa/" && aws_iam_role.pod.name == "orders-prod-use1-pod" && aws_iam_role.pod.permissions_boundary == var.permissions_boundary && length(aws_iam_role_policy.this) == 0
    error_message = "The role is bounded, and may do nothing."
  }

  assert {
    condition     = output.cluster_arn == "arn:aws:eks:us-east-1:111122223333:cluster/platform-prod"
    error_message = "The shared cluster is an output, so that events on it are attributed to the service."
  }
}

run "calls_others_and_reads_its_secrets" {
  variables {
    consumes = [
      { component = "component:default/stock-levels", name = "stock-levels", url = "https://stock.example", lattice_service_arn = "arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1" },
      { component = "component:default/mail", name = "mail", url = "https://mail.example" },
    ]
    secrets               = { DATABASE = "arn:aws:secretsmanager:{region}:111122223333:secret:orders/database-AbCdEf" }
    environment_variables = { PRICE = "$5 $(DATABASE) $$x" }
  }

  assert {
    condition = { for one in kubernetes_deployment_v1.this.spec[0].template[0].spec[0].container[0].env : one.name => one.value } == {
      DATABASE         = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf"
      MAIL_URL         = "https://mail.example"
      PRICE            = "$$5 $$(DATABASE) $$$$x"
      STOCK_LEVELS_URL = "https://stock.example"
    }
    error_message = "The code is told where others are, where its secret is, and what else was said, byte for byte."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["call-services"].policy).Statement == [{ Effect = "Allow", Action = "vpc-lattice-svcs:Invoke", Resource = ["arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1/*"] }]
    error_message = "It may call what it consumes, and nothing else."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["read-secrets"].policy).Statement[0].Resource == ["arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf"] && jsondecode(aws_iam_role_policy.this["read-secrets"].policy).Statement[1].Condition.StringEquals["kms:ViaService"] == "secretsmanager.us-east-1.amazonaws.com"
    error_message = "It reads its own secrets only."
  }
}

run "refuses_a_variable_that_is_a_secret_too" {
  command = plan

  variables {
    secrets               = { DATABASE = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf" }
    environment_variables = { DATABASE = "postgres://db" }
  }

  expect_failures = [var.secrets]
}

run "is_offered_through_lattice" {
  variables {
    lattice           = true
    health_check_path = "/ready"
  }

  assert {
    condition     = kubernetes_manifest.route[0].manifest.spec.parentRefs[0] == { group = "gateway.networking.k8s.io", kind = "Gateway", name = "acme-prod", namespace = "soa-platform", sectionName = "https" }
    error_message = "The route is on the Gateway of the service network, with TLS."
  }

  assert {
    condition     = kubernetes_manifest.route[0].manifest.spec.rules[0].backendRefs[0].name == kubernetes_service_v1.this.metadata[0].name && kubernetes_manifest.route[0].manifest.metadata.annotations["application-networking.k8s.aws/service-name-override"] == "orders-prod-use1"
    error_message = "It leads to the service, under the name by which it is found."
  }

  assert {
    condition     = jsondecode(kubernetes_manifest.auth_policy[0].manifest.spec.policy).Statement[0].Condition == { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" }, ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/soa/*" } } && kubernetes_manifest.auth_policy[0].manifest.spec.targetRef.name == kubernetes_manifest.route[0].manifest.metadata.name
    error_message = "Services of the organisation may call it, by their roles."
  }

  assert {
    condition     = kubernetes_manifest.health_check[0].manifest.spec.healthCheck.path == "/ready"
    error_message = "VPC Lattice asks the path that Kubernetes asks."
  }

  assert {
    condition     = [for from in kubernetes_network_policy_v1.this.spec[0].ingress[0].from : from.ip_block[0].cidr if length(from.ip_block) > 0] == ["169.254.171.0/24", "fd00:ec2:80::/64"]
    error_message = "VPC Lattice may call the pods."
  }

  assert {
    condition     = kubernetes_namespace_v1.this[0].metadata[0].labels["application-networking.k8s.aws/pod-readiness-gate-inject"] == "enabled"
    error_message = "Old pods stay until VPC Lattice sends to new ones."
  }

  assert {
    condition     = output.url == "https://orders.7d67968.vpc-lattice-svcs.us-east-1.on.aws" && output.lattice_service_arn == "arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-0123456789abcdef0"
    error_message = "Others learn where it is."
  }
}

run "uses_another_gateway" {
  command = plan

  variables {
    lattice = true
    gateway = { name = "shared", namespace = "gateways", listener = "tls" }
  }

  assert {
    condition     = kubernetes_manifest.route[0].manifest.spec.parentRefs[0] == { group = "gateway.networking.k8s.io", kind = "Gateway", name = "shared", namespace = "gateways", sectionName = "tls" }
    error_message = "The Gateway is the one that is named."
  }
}

run "shares_a_namespace" {
  variables {
    namespace = "shop"
  }

  assert {
    condition     = length(kubernetes_namespace_v1.this) == 0 && kubernetes_deployment_v1.this.metadata[0].namespace == "shop" && aws_eks_pod_identity_association.this.namespace == "shop"
    error_message = "It makes no namespace where it is given one."
  }
}

run "tells_of_pods_that_start_again" {
  variables {
    container_insights = true
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.restarts[0].dimensions == tomap({ ClusterName = "platform-prod", Namespace = "orders-prod-use1", PodName = "orders-prod-use1" }) && aws_cloudwatch_metric_alarm.restarts[0].alarm_actions == toset(["arn:aws:sns:us-east-1:111122223333:platform-alarms"])
    error_message = "An alarm goes to the platform's topic."
  }
}

run "shortens_names_that_are_too_long" {
  variables {
    service = "a-service-with-a-name-ok"
    key     = "a-long-environment-name-usgw1-111122223333"
    lattice = true
  }

  assert {
    condition     = alltrue([for name in [kubernetes_namespace_v1.this[0].metadata[0].name, kubernetes_service_v1.this.metadata[0].name] : length(name) <= 63]) && length(aws_iam_role.pod.name) <= 64
    error_message = "Kubernetes takes 63 characters, IAM 64."
  }

  assert {
    condition     = length(kubernetes_manifest.route[0].manifest.metadata.annotations["application-networking.k8s.aws/service-name-override"]) <= 40
    error_message = "VPC Lattice takes 40."
  }
}

run "refuses_a_tag" {
  command = plan

  variables {
    image = "public.ecr.aws/nginx/nginx-unprivileged:stable"
  }

  expect_failures = [var.image]
}

run "refuses_a_port_that_is_roots" {
  command = plan

  variables {
    port = 80
  }

  expect_failures = [var.port]
}

run "refuses_root" {
  command = plan

  variables {
    user = 0
  }

  expect_failures = [var.user]
}

run "refuses_a_single_pod_in_production" {
  command = plan

  variables {
    replicas = { minimum = 1 }
  }

  expect_failures = [var.production]
}

run "refuses_the_default_namespace" {
  command = plan

  variables {
    namespace = "default"
  }

  expect_failures = [var.namespace]
}

run "refuses_a_variable_of_pod_identity" {
  command = plan

  variables {
    environment_variables = { AWS_CONTAINER_CREDENTIALS_FULL_URI = "http://elsewhere" }
  }

  expect_failures = [var.environment_variables]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment          = "Prod"
    permissions_boundary = "bounds"
    gateway              = { name = "My_Gateway" }
    consumes             = [{ component = "component:default/pay", name = "pay", url = "pay.acme.example" }]
  }

  expect_failures = [var.environment, var.permissions_boundary, var.gateway, var.consumes]
}
