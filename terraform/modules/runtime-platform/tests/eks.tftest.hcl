mock_provider "aws" {
  source = "./tests/mocks"

  mock_data "aws_ec2_managed_prefix_list" {
    defaults = { id = "pl-0123" }
  }

  mock_data "aws_vpclattice_service_network" {
    defaults = { name = "mesh-prod-use1" }
  }

  override_resource {
    target = aws_launch_template.eks_nodes
    values = { latest_version = 1 }
  }

  override_resource {
    target = aws_eks_cluster.this
    values = {
      arn        = "arn:aws:eks:us-east-1:111122223333:cluster/platform"
      vpc_config = { cluster_security_group_id = "sg-0123" }
    }
  }
}

variables {
  service     = "platform"
  key         = "prod-use1"
  environment = "prod"
  production  = true
  account     = "111122223333"
  region      = "us-east-1"
  regions     = ["us-east-1"]
  vpc_ranges  = [{ cidr = "10.1.0.0/16" }]
  ecs         = false
  eks         = {}
}

run "is_closed" {
  command = apply

  assert {
    condition     = aws_eks_cluster.this[0].vpc_config[0].endpoint_private_access && !aws_eks_cluster.this[0].vpc_config[0].endpoint_public_access
    error_message = "The API is not on the internet."
  }

  assert {
    condition     = aws_eks_cluster.this[0].access_config[0].authentication_mode == "API" && !aws_eks_cluster.this[0].access_config[0].bootstrap_cluster_creator_admin_permissions && length(aws_eks_access_entry.this) == 0
    error_message = "Nobody is in the cluster who is not named."
  }

  assert {
    condition     = one(aws_eks_cluster.this[0].encryption_config[0].resources) == "secrets" && aws_eks_cluster.this[0].encryption_config[0].provider[0].key_arn == aws_kms_key.this.arn
    error_message = "Secrets are encrypted with the platform's key."
  }

  assert {
    condition     = toset(aws_eks_cluster.this[0].enabled_cluster_log_types) == toset(["api", "audit", "authenticator"]) && aws_cloudwatch_log_group.eks[0].name == "/aws/eks/platform-prod-use1/cluster" && aws_cloudwatch_log_group.eks[0].kms_key_id == aws_kms_key.this.arn && aws_cloudwatch_log_group.eks[0].retention_in_days == 365
    error_message = "The control plane's logs are encrypted and end."
  }

  assert {
    condition     = aws_eks_cluster.this[0].deletion_protection && aws_eks_cluster.this[0].upgrade_policy[0].support_type == "STANDARD"
    error_message = "Nobody deletes it by mistake, and nobody pays for old versions by mistake."
  }

  assert {
    condition     = aws_ssm_parameter.contract["eks-cluster-name"].value == "platform-prod-use1"
    error_message = "The cluster is published."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.private : subnet.tags["kubernetes.io/role/internal-elb"] == "1"])
    error_message = "Kubernetes finds the subnets for its load balancers."
  }
}

run "has_auto_mode_as_a_whole" {
  command = plan

  assert {
    condition     = aws_eks_cluster.this[0].compute_config[0].enabled && aws_eks_cluster.this[0].kubernetes_network_config[0].elastic_load_balancing[0].enabled && aws_eks_cluster.this[0].storage_config[0].block_storage[0].enabled && !aws_eks_cluster.this[0].bootstrap_self_managed_addons
    error_message = "EKS takes all parts of Auto Mode or none."
  }

  assert {
    condition     = length(aws_eks_addon.before_nodes) == 0 && length(aws_eks_addon.coredns) == 0 && length(aws_eks_node_group.this) == 0
    error_message = "Auto Mode has add-ons and nodes of its own."
  }

  assert {
    condition     = aws_eks_addon.metrics_server[0].addon_name == "metrics-server"
    error_message = "Pods can be scaled by what they use."
  }

  assert {
    condition     = contains(jsondecode(aws_iam_role.eks_cluster[0].assume_role_policy).Statement[0].Action, "sts:TagSession") && contains(keys(aws_iam_role_policy_attachment.eks_cluster), "AmazonEKSComputePolicy") && toset(keys(aws_iam_role_policy_attachment.eks_nodes)) == toset(["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodeMinimalPolicy"])
    error_message = "Auto Mode has the rights that it needs, and its nodes few."
  }
}

run "has_node_groups" {
  command = apply

  variables {
    eks = {
      version = "1.34"
      compute = "node-groups"
      node_groups = [
        { name = "general" },
        { name = "arm", ami_type = "AL2023_ARM_64_STANDARD", instance_types = ["m7g.large"], capacity_type = "SPOT", minimum = 0, maximum = 3, disk_gib = 80 },
      ]
    }
  }

  assert {
    condition = alltrue([
      for template in aws_launch_template.eks_nodes : template.metadata_options[0].http_tokens == "required" && template.metadata_options[0].http_put_response_hop_limit == 1 && alltrue([
        for disk in template.block_device_mappings : tobool(disk.ebs[0].encrypted) && disk.ebs[0].kms_key_id == aws_kms_key.this.arn
      ])
    ])
    error_message = "Nodes have IMDSv2 and encrypted disks."
  }

  assert {
    condition     = alltrue(flatten([for template in aws_launch_template.eks_nodes : [for specification in template.tag_specifications : specification.tags.Service == "platform"]])) && length(aws_launch_template.eks_nodes["general"].tag_specifications) == 3
    error_message = "Nodes, disks and network interfaces carry the tags of the platform."
  }

  assert {
    condition     = length(aws_launch_template.eks_nodes["general"].block_device_mappings) == 2 && one(aws_launch_template.eks_nodes["arm"].block_device_mappings).ebs[0].volume_size == 80
    error_message = "Bottlerocket has a second disk."
  }

  assert {
    condition     = aws_eks_node_group.this["arm"].capacity_type == "SPOT" && aws_eks_node_group.this["arm"].scaling_config[0].max_size == 3 && aws_eks_node_group.this["general"].ami_type == "BOTTLEROCKET_x86_64"
    error_message = "Node groups are what they are asked to be."
  }

  assert {
    condition     = !contains(output.eks_setup, "kubectl apply -f network-policies.yaml")
    error_message = "The add-on enforces network policies already."
  }

  assert {
    condition     = toset(keys(aws_eks_addon.before_nodes)) == toset(["eks-pod-identity-agent", "kube-proxy", "vpc-cni"]) && length(aws_eks_addon.coredns) == 1 && !aws_eks_cluster.this[0].compute_config[0].enabled && aws_eks_cluster.this[0].version == "1.34"
    error_message = "Node groups come with the add-ons."
  }
}

run "lets_in_who_is_named" {
  command = plan

  variables {
    eks = {
      public_access_cidrs = ["203.0.113.0/24"]
      client_ranges       = ["10.9.0.0/16"]
      access_entries = [
        { principal_arn = "arn:aws:iam::111122223333:role/admin", policy = "AmazonEKSClusterAdminPolicy" },
        { principal_arn = "arn:aws:iam::111122223333:role/shop", policy = "AmazonEKSEditPolicy", namespaces = ["shop"] },
        { principal_arn = "arn:aws:iam::111122223333:role/soa/orders-prod-use1-apply", kubernetes_groups = ["soa-apply"] },
      ]
    }
  }

  assert {
    condition     = aws_eks_cluster.this[0].vpc_config[0].endpoint_public_access && toset(aws_eks_cluster.this[0].vpc_config[0].public_access_cidrs) == toset(["203.0.113.0/24"])
    error_message = "From the internet, only the ranges that are named."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.eks_api : rule.cidr_ipv4]) == toset(["10.1.0.0/16", "10.9.0.0/16"])
    error_message = "Private clients are the VPC and who is named."
  }

  assert {
    condition     = aws_eks_access_policy_association.this["arn:aws:iam::111122223333:role/shop"].access_scope[0].type == "namespace" && aws_eks_access_policy_association.this["arn:aws:iam::111122223333:role/admin"].policy_arn == "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
    error_message = "Each principal has its own policy and scope."
  }

  assert {
    condition     = aws_eks_access_entry.this["arn:aws:iam::111122223333:role/soa/orders-prod-use1-apply"].kubernetes_groups == toset(["soa-apply"]) && length(aws_eks_access_policy_association.this) == 2
    error_message = "Groups get their rights within the cluster."
  }
}

run "keeps_what_containers_write" {
  command = apply

  assert {
    condition = toset([for group in aws_cloudwatch_log_group.container_insights : "${group.name} ${group.retention_in_days} ${group.kms_key_id == aws_kms_key.this.arn}"]) == toset([
      for name in ["application", "dataplane", "host", "performance"] : "/aws/containerinsights/platform-prod-use1/${name} 365 true"
    ])
    error_message = "Logs are encrypted and end: the agent would make them without either."
  }

  assert {
    condition = (
      aws_eks_addon.container_insights[0].addon_name == "amazon-cloudwatch-observability" &&
      one(aws_eks_addon.container_insights[0].pod_identity_association).service_account == "cloudwatch-agent" &&
      one(aws_eks_addon.container_insights[0].pod_identity_association).role_arn == aws_iam_role.container_insights[0].arn &&
      jsondecode(aws_iam_role.container_insights[0].assume_role_policy).Statement[0].Principal.Service == "pods.eks.amazonaws.com" &&
      jsondecode(aws_iam_role.container_insights[0].assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == aws_eks_cluster.this[0].arn
    )
    error_message = "The agent has a role of its own by Pod Identity, in this cluster only."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.container_insights[0].configuration_values).manager.applicationSignals.autoMonitor.monitorAllServices == false
    error_message = "The agent leaves the pods of services as they are."
  }
}

run "keeps_nothing_where_asked" {
  command = plan

  variables {
    eks = { container_insights = false }
  }

  assert {
    condition     = length(aws_eks_addon.container_insights) == 0 && length(aws_cloudwatch_log_group.container_insights) == 0 && length(aws_iam_role.container_insights) == 0
    error_message = "Nobody pays for what nobody wants."
  }
}

run "says_how_to_prepare_it" {
  command = plan

  assert {
    condition = output.eks_setup == tolist([
      "aws eks update-kubeconfig --region us-east-1 --name platform-prod-use1",
      "kubectl apply -f access.yaml",
      "kubectl apply -f network-policies.yaml",
    ])
    error_message = "What Terraform cannot do is told as it is to be typed."
  }

  assert {
    condition     = length(aws_eks_pod_identity_association.gateway_controller) == 0 && length(aws_iam_role.gateway_controller) == 0
    error_message = "Without a service network, there is nothing to control."
  }
}

run "is_reached_from_vpc_lattice" {
  command = apply

  variables {
    service_networks = [{ arn = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0bbb" }]
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.eks_lattice[0].prefix_list_id == "pl-0123"
    error_message = "VPC Lattice reaches pods."
  }

  assert {
    condition = (
      aws_eks_pod_identity_association.gateway_controller[0].namespace == "aws-application-networking-system" &&
      aws_eks_pod_identity_association.gateway_controller[0].service_account == "gateway-api-controller" &&
      jsondecode(aws_iam_role.gateway_controller[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"] == "gateway-api-controller" &&
      jsondecode(aws_iam_role.gateway_controller[0].assume_role_policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == aws_eks_cluster.this[0].arn
    )
    error_message = "The controller has its role before it is installed, and nobody else has."
  }

  assert {
    condition = length(setintersection(
      toset(flatten([for statement in jsondecode(aws_iam_role_policy.gateway_controller[0].policy).Statement : statement.Action])),
      ["vpc-lattice:*", "vpc-lattice:CreateServiceNetwork", "vpc-lattice:DeleteServiceNetwork", "vpc-lattice:PutResourcePolicy", "vpc-lattice:UpdateServiceNetworkServiceAssociation", "s3:PutBucketPolicy"],
      )) == 0 && length(setsubtract(
      ["vpc-lattice:CreateService", "vpc-lattice:CreateServiceNetworkServiceAssociation", "vpc-lattice:DeleteServiceNetworkServiceAssociation", "vpc-lattice:CreateTargetGroup", "vpc-lattice:UpdateTargetGroup", "vpc-lattice:RegisterTargets", "vpc-lattice:PutAuthPolicy"],
      toset(flatten([for statement in jsondecode(aws_iam_role_policy.gateway_controller[0].policy).Statement : statement.Action])),
    )) == 0
    error_message = "It offers services on the network, and leaves the network alone."
  }

  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.gateway_controller[0].policy).Statement : statement.Resource if contains(flatten([statement.Action]), "vpc-lattice:PutAuthPolicy")]) == "arn:aws:vpc-lattice:us-east-1:111122223333:service/*"
    error_message = "Who may call anything on the network is not the controller's to say."
  }

  assert {
    condition     = strcontains(output.eks_setup[4], "--set clusterVpcId=${aws_vpc.this.id}") && output.eks_setup[5] == "sed s/SERVICE_NETWORK/mesh-prod-use1/ gateway.yaml | kubectl apply -f -"
    error_message = "The controller is told what it cannot find out, and finds the network by its name."
  }
}

run "refuses_the_whole_internet" {
  command = plan

  variables {
    eks = { public_access_cidrs = ["0.0.0.0/0"] }
  }

  expect_failures = [var.eks]
}

run "refuses_node_groups_with_auto_mode" {
  command = plan

  variables {
    eks = { node_groups = [{ name = "general" }] }
  }

  expect_failures = [var.eks]
}

run "refuses_an_image_that_has_ended" {
  command = plan

  variables {
    eks = { compute = "node-groups", node_groups = [{ name = "old", ami_type = "AL2_x86_64" }] }
  }

  expect_failures = [var.eks]
}

run "refuses_a_policy_that_is_none_of_eks" {
  command = plan

  variables {
    eks = { access_entries = [{ principal_arn = "arn:aws:iam::111122223333:role/admin", policy = "AdministratorAccess" }] }
  }

  expect_failures = [var.eks]
}

run "refuses_somebody_without_rights" {
  command = plan

  variables {
    eks = { access_entries = [{ principal_arn = "arn:aws:iam::111122223333:role/admin" }] }
  }

  expect_failures = [var.eks]
}

run "refuses_a_group_of_kubernetes_own" {
  command = plan

  variables {
    eks = { access_entries = [{ principal_arn = "arn:aws:iam::111122223333:role/admin", kubernetes_groups = ["system:masters"] }] }
  }

  expect_failures = [var.eks]
}
