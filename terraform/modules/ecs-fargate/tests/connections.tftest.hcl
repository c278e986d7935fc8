mock_provider "aws" {
  source = "./tests/mocks"

  override_data {
    target = data.aws_ssm_parameter.cluster_arn
    values = { value = "arn:aws:ecs:us-east-1:111122223333:cluster/runtime-ecs" }
  }

  override_data {
    target = data.aws_ssm_parameter.subnet_ids
    values = { value = "subnet-1,subnet-2" }
  }

  override_data {
    target = data.aws_ssm_parameter.service_network_arn
    values = { value = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }
}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  production  = true
  image       = "111122223333.dkr.ecr.us-east-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "has_a_cluster_of_its_own" {
  command = plan

  variables {
    own_cluster = true
    autoscaling = { min = 1, max = 2 }
  }

  assert {
    condition     = aws_ecs_cluster.this[0].name == "orders-prod-use1" && one([for setting in aws_ecs_cluster.this[0].setting : setting.value if setting.name == "containerInsights"]) == "enhanced"
    error_message = "The cluster is named after the placement, and observed."
  }

  assert {
    condition = (
      aws_ecs_cluster.this[0].configuration[0].execute_command_configuration[0].kms_key_id == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" &&
      aws_ecs_cluster.this[0].configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled &&
      aws_cloudwatch_log_group.sessions[0].kms_key_id != null && aws_cloudwatch_log_group.sessions[0].retention_in_days == 365
    )
    error_message = "Whoever enters a container is logged, and encrypted."
  }

  assert {
    condition     = length(data.aws_ssm_parameter.cluster_arn) == 0
    error_message = "The platform needs no cluster."
  }

  assert {
    condition     = aws_appautoscaling_target.this[0].resource_id == "service/orders-prod-use1/orders-prod-use1"
    error_message = "The service is of its cluster."
  }

  assert {
    condition     = toset(aws_ecs_cluster_capacity_providers.this[0].capacity_providers) == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "It has Fargate, and Spot."
  }
}

run "gives_secrets_to_the_container_only" {
  command = plan

  variables {
    environment_variables = { LOG_LEVEL = "info" }
    secret_key_arns       = ["arn:aws:kms:us-east-1:111122223333:key/11111111-0000-4000-8000-000000000000"]
    secrets = {
      DB_PASSWORD = "arn:aws:secretsmanager:{region}:{account}:secret:orders/db-a1B2c3:password::"
      API_TOKEN   = "arn:aws:ssm:{region}:{account}:parameter/orders/{environment}/token"
    }
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets == [
      { name = "API_TOKEN", valueFrom = "arn:aws:ssm:us-east-1:111122223333:parameter/orders/prod/token" },
      { name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/db-a1B2c3:password::" },
    ]
    error_message = "The definition says where secrets are, and no secret."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [{ name = "LOG_LEVEL", value = "info" }]
    error_message = "What is no secret is a variable."
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.secrets[0].policy).Statement : [statement.Action, statement.Resource]] == [
      ["secretsmanager:GetSecretValue", ["arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/db-a1B2c3"]],
      ["ssm:GetParameters", ["arn:aws:ssm:us-east-1:111122223333:parameter/orders/prod/token"]],
      ["kms:Decrypt", ["arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000", "arn:aws:kms:us-east-1:111122223333:key/11111111-0000-4000-8000-000000000000"]],
    ]
    error_message = "Tasks start with these secrets and keys, and no others."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.secrets[0].policy).Statement[2].Condition.StringEquals["kms:ViaService"] == ["secretsmanager.us-east-1.amazonaws.com", "ssm.us-east-1.amazonaws.com"]
    error_message = "Keys are used through the stores of secrets only."
  }
}

run "reads_no_secret_without_one" {
  command = plan

  assert {
    condition     = length(aws_iam_role_policy.secrets) == 0 && length(aws_iam_role_policy.consumes) == 0 && length(aws_iam_role_policy_attachment.task) == 0
    error_message = "The roles have no right that is not needed."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.lattice) == 0 && length(aws_vpc_security_group_egress_rule.service_connect) == 0 && length(aws_vpc_security_group_egress_rule.given) == 0
    error_message = "Tasks connect to HTTPS only."
  }
}

run "is_found_by_its_name" {
  command = plan

  variables {
    service_connect = { namespace = "arn:aws:servicediscovery:us-east-1:444455556666:namespace/ns-1", alias = "orders.shop", port = 8000, protocol = "grpc" }
  }

  assert {
    condition = (
      aws_ecs_service.this.service_connect_configuration[0].namespace == "arn:aws:servicediscovery:us-east-1:444455556666:namespace/ns-1" &&
      aws_ecs_service.this.service_connect_configuration[0].service[0].port_name == "http" &&
      aws_ecs_service.this.service_connect_configuration[0].service[0].client_alias[0].dns_name == "orders.shop" &&
      aws_ecs_service.this.service_connect_configuration[0].service[0].client_alias[0].port == 8000 &&
      length(aws_service_discovery_http_namespace.this) == 0
    )
    error_message = "Others of the namespace call it by its alias."
  }

  assert {
    condition     = aws_ecs_service.this.service_connect_configuration[0].log_configuration[0].options["awslogs-group"] == "/soa/orders-prod-use1"
    error_message = "The proxy logs where the service does."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings[0].appProtocol == "grpc"
    error_message = "The proxy knows how the service is spoken to."
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_egress_rule.service_connect)) == toset(["10.1.0.0/16", "100.64.0.0/16"])
    error_message = "The proxy calls others in the VPC."
  }
}

run "has_a_namespace_of_its_own" {
  command = plan

  variables {
    service_connect = {}
  }

  assert {
    condition     = aws_service_discovery_http_namespace.this[0].name == "orders-prod-use1" && aws_ecs_service.this.service_connect_configuration[0].service[0].client_alias[0].dns_name == "orders"
    error_message = "Without a namespace it makes one."
  }
}

run "calls_other_services" {
  command = plan

  variables {
    consumes = [
      { component = "component:default/pay-desk", name = "pay-desk", url = "https://pay.acme.example", lattice_service_arn = "arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1" },
      { component = "component:default/stock", name = "stock", url = "https://stock.acme.example" },
    ]
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [
      { name = "PAY_DESK_URL", value = "https://pay.acme.example" },
      { name = "STOCK_URL", value = "https://stock.acme.example" },
    ]
    error_message = "The code finds where others are."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.consumes[0].policy).Statement == [{ Effect = "Allow", Action = "vpc-lattice-svcs:Invoke", Resource = ["arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1/*"] }]
    error_message = "The code may call this one through VPC Lattice, and no other."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.lattice[0].prefix_list_id == "pl-1" && aws_vpc_security_group_egress_rule.lattice[0].from_port == 443
    error_message = "Tasks reach VPC Lattice."
  }
}

run "is_offered_to_other_accounts" {
  command = plan

  variables {
    lattice = true
  }

  assert {
    condition     = aws_vpclattice_service.this[0].auth_type == "AWS_IAM" && aws_vpclattice_listener.this[0].protocol == "HTTPS" && aws_vpclattice_listener.this[0].port == 443
    error_message = "Calls are signed and encrypted."
  }

  assert {
    condition = (
      jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition.StringEquals["aws:PrincipalOrgID"] == "o-a1b2c3d4e5" &&
      jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition.ArnLike["aws:PrincipalArn"] == "arn:aws:iam::*:role/soa/*"
    )
    error_message = "Services of the organisation may call, and nobody else."
  }

  assert {
    condition     = aws_vpclattice_service_network_service_association.this[0].service_network_identifier == "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0"
    error_message = "It is in the platform's network."
  }

  assert {
    condition     = one(aws_ecs_service.this.vpc_lattice_configurations).port_name == "http" && aws_iam_role.lattice[0].name == "orders-prod-use1-lattice"
    error_message = "ECS tells VPC Lattice where the tasks are."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.lattice[0].prefix_list_id == "pl-1" && aws_vpc_security_group_ingress_rule.lattice[0].from_port == 8080
    error_message = "VPC Lattice reaches the tasks."
  }
}

run "asks_for_no_organisation_that_it_is_told" {
  command = plan

  variables {
    lattice         = true
    organization_id = "o-zzzzzzzzzz"
  }

  assert {
    condition     = length(data.aws_organizations_organization.current) == 0 && jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition.StringEquals["aws:PrincipalOrgID"] == "o-zzzzzzzzzz"
    error_message = "The given organisation is taken."
  }
}

run "bounds_every_role" {
  command = plan

  variables {
    lattice              = true
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
  }

  assert {
    condition     = aws_iam_role.lattice[0].permissions_boundary == var.permissions_boundary
    error_message = "The role of ECS has the boundary, too."
  }
}

run "runs_on_arm_with_what_it_may_do" {
  command = plan

  variables {
    cpu_architecture   = "ARM64"
    command            = ["serve", "--port=8080"]
    policy_arns        = ["arn:aws:iam::111122223333:policy/orders-table"]
    egress             = [{ description = "The database", port = 5432, cidr_ipv4 = "10.1.0.0/16" }]
    log_retention_days = 90
  }

  assert {
    condition     = aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "ARM64" && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].command == ["serve", "--port=8080"]
    error_message = "Tasks run as they are told."
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.task) == ["arn:aws:iam::111122223333:policy/orders-table"]
    error_message = "The code may do what its policies say."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.given["10.1.0.0/16:5432"].to_port == 5432 && aws_cloudwatch_log_group.this.retention_in_days == 90
    error_message = "Tasks reach their database, and logs are kept as told."
  }
}

run "refuses_a_tag_in_production" {
  command = plan

  variables {
    image = "nginx:1"
  }

  expect_failures = [var.image]
}

run "refuses_a_tag_wherever_it_is_told_to" {
  command = plan

  variables {
    image          = "nginx:1"
    production     = false
    require_digest = true
  }

  expect_failures = [var.image]
}

run "takes_a_tag_elsewhere" {
  command = plan

  variables {
    image      = "nginx:1"
    production = false
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image == "nginx:1"
    error_message = "People try things out by tag."
  }
}

run "refuses_the_name_of_a_secret_that_a_variable_has" {
  command = plan

  variables {
    consumes = [{ component = "component:default/stock", name = "stock", url = "https://stock.acme.example" }]
    secrets  = { STOCK_URL = "arn:aws:ssm:us-east-1:111122223333:parameter/orders/token" }
  }

  expect_failures = [var.secrets]
}

run "refuses_a_secret_that_is_no_arn" {
  command = plan

  variables {
    secrets = { PASSWORD = "hunter2" }
  }

  expect_failures = [var.secrets]
}

run "refuses_a_secret_of_any_kind_of_place" {
  command = plan

  variables {
    secrets = { PASSWORD = "arn:aws:ssm:{somewhere}:{account}:parameter/orders/token" }
  }

  expect_failures = [var.secrets]
}

run "refuses_a_range_that_begins_within_itself" {
  command = plan

  variables {
    egress = [{ description = "database", port = 5432, cidr_ipv4 = "10.1.2.3/16" }]
  }

  expect_failures = [var.egress]
}

run "refuses_a_retention_that_cloudwatch_does_not_offer" {
  command = plan

  variables {
    log_retention_days = 42
  }

  expect_failures = [var.log_retention_days]
}
