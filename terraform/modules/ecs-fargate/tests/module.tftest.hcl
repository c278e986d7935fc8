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
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.vpc_id
    values = { value = "vpc-1" }
  }
}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  production  = true
  image       = "111122223333.dkr.ecr.us-east-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "is_safe_by_default" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_group.this.kms_key_id != null && aws_cloudwatch_log_group.this.retention_in_days == 365
    error_message = "The log is encrypted with the platform's key and kept for a year in production."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.vpc : rule.cidr_ipv4]) == toset(["10.1.0.0/16", "100.64.0.0/16"])
    error_message = "Tasks are reached from within the VPC only, and from all of its ranges."
  }

  assert {
    condition     = !aws_ecs_service.this.network_configuration[0].assign_public_ip
    error_message = "Tasks have no public address."
  }

  assert {
    condition     = !aws_ecs_service.this.enable_execute_command
    error_message = "Nobody enters a container."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem
    error_message = "Containers do not change their own files."
  }

  assert {
    condition = (
      jsondecode(aws_ecs_task_definition.this.container_definitions)[0].linuxParameters.tmpfs[0].containerPath == "/tmp" &&
      contains(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].linuxParameters.tmpfs[0].mountOptions, "mode=1777") &&
      length(aws_ecs_task_definition.this.volume) == 0
    )
    error_message = "Whoever the image runs as can write to /tmp; a volume would be root's."
  }

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "A deployment that fails is rolled back."
  }
}

run "fails_when_its_tasks_cannot_start" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.wait_for_steady_state && aws_ecs_service.this.timeouts.create == "30m"
    error_message = "An apply ends when the tasks run, or fails."
  }
}

run "lets_an_image_write_where_it_wants" {
  command = plan

  variables {
    production               = false
    readonly_root_filesystem = false
  }

  assert {
    condition = (
      !jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem &&
      jsondecode(aws_ecs_task_definition.this.container_definitions)[0].linuxParameters == null
    )
    error_message = "Nothing is mounted over the files of an image that writes to them."
  }

  assert {
    condition     = !aws_ecs_service.this.enable_execute_command
    error_message = "Nobody enters a container, in no environment."
  }
}

run "takes_any_name_that_a_service_may_have" {
  command = plan

  variables {
    service = "sg-api"
  }

  assert {
    condition     = aws_security_group.this.name_prefix == "soa-sg-api-prod-use1-"
    error_message = "EC2 refuses a security group whose name begins with sg-."
  }
}

run "has_roles_of_its_own" {
  command = plan

  assert {
    condition     = aws_iam_role.task.path == "/soa/" && aws_iam_role.task.name == "orders-prod-use1-task"
    error_message = "The task role is named after the placement."
  }

  assert {
    condition     = jsondecode(aws_iam_role.task.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111122223333"
    error_message = "Only tasks of this account take on the role."
  }
}

run "fetches_its_own_image_only" {
  command = plan

  assert {
    condition     = jsondecode(aws_iam_role_policy.image[0].policy).Statement[1].Resource == "arn:aws:ecr:us-east-1:111122223333:repository/orders"
    error_message = "Tasks start from their image's repository, and from no other."
  }
}

run "needs_no_right_to_a_public_image" {
  command = plan

  variables {
    image          = "public.ecr.aws/nginx/nginx-unprivileged:stable"
    require_digest = false
  }

  assert {
    condition     = length(aws_iam_role_policy.image) == 0
    error_message = "Everybody may fetch a public image."
  }
}

run "takes_another_port_without_another_target_group" {
  command = plan

  variables {
    port = 9000
  }

  assert {
    condition     = aws_lb_target_group.this.port == 80
    error_message = "A new port would replace the target group, which AWS refuses while a listener sends to it."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.vpc["10.1.0.0/16"].from_port == 9000 && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings[0].containerPort == 9000
    error_message = "Tasks are reached on their own port."
  }
}

run "runs_on_the_shared_cluster" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.cluster == "arn:aws:ecs:us-east-1:111122223333:cluster/runtime-ecs"
    error_message = "The service runs on the platform's cluster."
  }

  assert {
    condition     = output.cluster_arn == "arn:aws:ecs:us-east-1:111122223333:cluster/runtime-ecs"
    error_message = "The shared cluster is an output, so that events on it are attributed to the service."
  }

  assert {
    condition     = length(aws_ecs_service.this.load_balancer) == 0
    error_message = "Without a host, nothing is sent to the service."
  }
}

run "takes_requests_for_its_host" {
  command = plan

  variables {
    host = "orders.acme.example"
  }

  override_data {
    target = data.aws_ssm_parameter.listener_arn
    values = { value = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1/2" }
  }

  assert {
    condition     = length(aws_lb_listener_rule.this) == 1 && length(aws_ecs_service.this.load_balancer) == 1
    error_message = "A host makes a rule on the shared listener."
  }
}

run "refuses_a_name_that_aws_cannot_take" {
  command = plan

  variables {
    service = "Orders_Service"
  }

  expect_failures = [var.service]
}

run "refuses_cpu_that_fargate_does_not_offer" {
  command = plan

  variables {
    cpu = 300
  }

  expect_failures = [var.cpu]
}

run "refuses_memory_that_fargate_does_not_offer_with_the_cpu" {
  command = plan

  variables {
    cpu    = 1024
    memory = 512
  }

  expect_failures = [var.memory]
}

run "takes_the_largest_task" {
  command = plan

  variables {
    cpu    = 16384
    memory = 122880
  }

  assert {
    condition     = aws_ecs_task_definition.this.memory == "122880"
    error_message = "Fargate offers 120 GiB with 16 vCPU."
  }
}

run "has_one_name_for_all_that_it_makes" {
  command = plan

  assert {
    condition = alltrue([
      aws_ecs_service.this.name == "orders-prod-use1",
      aws_ecs_task_definition.this.family == "orders-prod-use1",
      aws_cloudwatch_log_group.this.name == "/soa/orders-prod-use1",
    ])
    error_message = "Everything is named after service and placement."
  }

  assert {
    condition     = aws_ecs_service.this.propagate_tags == "SERVICE" && aws_ecs_service.this.enable_ecs_managed_tags
    error_message = "Tasks carry the tags of their service."
  }
}

run "bounds_its_roles" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
  }

  assert {
    condition     = aws_iam_role.task.permissions_boundary == var.permissions_boundary && aws_iam_role.execution.permissions_boundary == var.permissions_boundary
    error_message = "Both roles have the boundary."
  }
}

run "shortens_names_that_aws_cannot_take" {
  command = plan

  variables {
    service = "a-service-with-a-name-ok"
    key     = "a-long-environment-name-usgw1-111122223333"
  }

  assert {
    condition     = length(aws_lb_target_group.this.name) <= 32
    error_message = "A target group's name has at most 32 characters."
  }

  assert {
    condition     = length(aws_iam_role.execution.name) <= 64 && aws_iam_role.execution.name != aws_iam_role.task.name
    error_message = "A role's name has at most 64 characters."
  }
}

run "refuses_more_variables_than_a_task_definition_takes" {
  command = plan

  variables {
    environment_variables = { TEXT = join("", [for number in range(1000) : "注文注文注文注文注文注文注文注文注文注文注文注文"]) }
  }

  expect_failures = [aws_ecs_task_definition.this]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment          = "Prod"
    permissions_boundary = "bounds"
    consumes             = [{ component = "component:default/pay", name = "pay", url = "https://pay.acme.example", lattice_service_arn = "svc-1" }]
  }

  expect_failures = [var.environment, var.permissions_boundary, var.consumes]
}
