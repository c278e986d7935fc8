mock_provider "aws" {
  source = "./tests/mocks"

  override_data {
    target = data.aws_ssm_parameter.subnet_ids
    values = { value = "subnet-1,subnet-2" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.listener_arn
    values = { value = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1/2" }
  }

  override_data {
    target = data.aws_default_tags.current
    values = { tags = { Service = "orders" } }
  }
}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  production  = true
  image       = "111122223333.dkr.ecr.us-east-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "has_safe_instances" {
  command = plan

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Instances ask IMDSv2 only, and tasks cannot."
  }

  assert {
    condition     = alltrue([for volume in aws_launch_template.this.block_device_mappings : volume.ebs[0].encrypted == "true" && volume.ebs[0].kms_key_id == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000"])
    error_message = "Volumes are encrypted with the platform's key."
  }

  assert {
    condition     = aws_launch_template.this.network_interfaces[0].associate_public_ip_address == "false" && aws_launch_template.this.key_name == null
    error_message = "Instances have no public address, and no key for SSH."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), "ECS_CLUSTER=orders-prod-use1\nECS_AWSVPC_BLOCK_IMDS=true")
    error_message = "Instances join their cluster, and keep their role from tasks."
  }

  assert {
    condition     = strcontains(jsonencode(jsondecode(aws_iam_role_policy.session_manager.policy).Statement[0].Action), "ssmmessages:OpenDataChannel") && !strcontains(aws_iam_role_policy.session_manager.policy, "*\"]")
    error_message = "People enter by Session Manager."
  }

  assert {
    condition     = toset([for specification in aws_launch_template.this.tag_specifications : specification.resource_type]) == toset(["instance", "volume", "network-interface"])
    error_message = "What starts has the tags of its service."
  }

  assert {
    condition     = contains([for tag in aws_autoscaling_group.this.tag : "${tag.key}=${tag.value}"], "Service=orders") && alltrue([for tag in aws_autoscaling_group.this.tag : tag.propagate_at_launch])
    error_message = "The group has the tags that providers give to everything else."
  }

  assert {
    condition     = data.aws_ssm_parameter.ami.name == "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
    error_message = "Instances start from Amazon's image for ECS."
  }
}

run "has_as_many_instances_as_its_tasks_need" {
  command = plan

  assert {
    condition = (
      aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_termination_protection == "ENABLED" &&
      aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_draining == "ENABLED" &&
      aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_scaling[0].status == "ENABLED" &&
      aws_autoscaling_group.this.protect_from_scale_in
    )
    error_message = "ECS scales the group, protects instances with tasks, and drains them."
  }

  assert {
    condition     = toset([for strategy in aws_ecs_service.this.capacity_provider_strategy : strategy.capacity_provider]) == toset(["soa-orders-prod-use1"]) && aws_ecs_service.this.scheduling_strategy == "REPLICA"
    error_message = "Tasks run on the service's own instances."
  }

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback && aws_ecs_service.this.wait_for_steady_state && !aws_ecs_service.this.enable_execute_command
    error_message = "A deployment that fails is rolled back and fails its run; nobody enters a container."
  }

  assert {
    condition     = aws_ecs_task_definition.this.network_mode == "awsvpc" && aws_ecs_task_definition.this.requires_compatibilities == toset(["EC2"])
    error_message = "Tasks have addresses and security groups of their own."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].resourceRequirements == []
    error_message = "Containers do not change their own files, and have no GPU."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.kms_key_id != null && aws_cloudwatch_log_group.this.retention_in_days == 365 && aws_cloudwatch_log_group.sessions.kms_key_id != null
    error_message = "Logs are encrypted and kept for a year in production."
  }
}

run "bounds_its_roles" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
  }

  assert {
    condition = alltrue([
      for role in [aws_iam_role.task, aws_iam_role.execution, aws_iam_role.instance] :
      role.permissions_boundary == var.permissions_boundary && role.path == "/soa/"
    ]) && aws_iam_instance_profile.this.path == "/soa/" && aws_iam_role.instance.name == "orders-prod-use1-instance"
    error_message = "Each role has the boundary, and is where the apply role may make it."
  }
}

run "runs_one_task_on_each_instance" {
  command = plan

  variables {
    scheduling    = "daemon"
    min_instances = 3
  }

  assert {
    condition     = aws_ecs_service.this.scheduling_strategy == "DAEMON" && aws_ecs_service.this.launch_type == "EC2" && length(aws_ecs_service.this.ordered_placement_strategy) == 0
    error_message = "ECS places a daemon by itself."
  }

  assert {
    condition = (
      aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_scaling[0].status == "DISABLED" &&
      aws_ecs_capacity_provider.this.auto_scaling_group_provider[0].managed_termination_protection == "DISABLED" &&
      !aws_autoscaling_group.this.protect_from_scale_in && aws_autoscaling_group.this.min_size == 3
    )
    error_message = "Its tasks bring no instances, so that the group has its own number."
  }
}

run "has_gpus" {
  command = plan

  variables {
    gpus           = 2
    instance_types = ["g6.12xlarge"]
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].resourceRequirements == [{ type = "GPU", value = "2" }]
    error_message = "Each task has its GPUs."
  }

  assert {
    condition     = data.aws_ssm_parameter.ami.name == "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id" && strcontains(base64decode(aws_launch_template.this.user_data), "ECS_ENABLE_GPU_SUPPORT=true")
    error_message = "Instances have the drivers, and say so."
  }
}

run "runs_windows" {
  command = plan

  variables {
    operating_system = "windows-2025"
  }

  assert {
    condition     = aws_ecs_task_definition.this.runtime_platform[0].operating_system_family == "WINDOWS_SERVER_2025_CORE" && data.aws_ssm_parameter.ami.name == "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-ECS_Optimized/image_id"
    error_message = "Tasks and instances are of one Windows."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), "Initialize-ECSAgent -Cluster 'orders-prod-use1' -EnableTaskIAMRole -EnableTaskENI -AwsvpcBlockIMDS") && one(aws_launch_template.this.block_device_mappings).device_name == "/dev/sda1"
    error_message = "Instances join their cluster, with their whole volume encrypted."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].linuxParameters == null && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem == null
    error_message = "Windows knows no tmpfs, and no read-only root."
  }
}

run "runs_in_part_on_spot" {
  command = plan

  variables {
    instance_types   = ["m7g.large", "m6g.large"]
    cpu_architecture = "ARM64"
    spot_percentage  = 80
    on_demand_base   = 1
  }

  assert {
    condition = (
      aws_autoscaling_group.this.mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity == 20 &&
      aws_autoscaling_group.this.mixed_instances_policy[0].instances_distribution[0].on_demand_base_capacity == 1 &&
      aws_autoscaling_group.this.mixed_instances_policy[0].launch_template[0].override[*].instance_type == tolist(["m7g.large", "m6g.large"]) &&
      aws_autoscaling_group.this.capacity_rebalance
    )
    error_message = "Four in five instances are on Spot, of any of the types."
  }

  assert {
    condition     = data.aws_ssm_parameter.ami.name == "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id" && aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "ARM64"
    error_message = "Tasks and instances are of one architecture."
  }
}

run "has_a_load_balancer_of_its_own" {
  command = plan

  variables {
    load_balancer = "own"
  }

  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].enable_deletion_protection && aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
    error_message = "It is private, strict, protected in production, and speaks TLS 1.3."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.vpc) == 0 && length(aws_vpc_security_group_ingress_rule.load_balancer) == 1
    error_message = "Tasks are called by it only."
  }

  assert {
    condition     = length(aws_ecs_service.this.load_balancer) == 1 && length(aws_ecs_service.this.alarms[0].alarm_names) == 3 && output.url == "https://orders.prod.acme.example"
    error_message = "It sends requests to the tasks, and alarms roll back."
  }
}

run "has_a_rule_on_the_shared_listener" {
  command = plan

  variables {
    host = "orders.acme.example"
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_lb_listener_rule.this) == 1 && output.load_balancer_arn == "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shared/1"
    error_message = "A host makes a rule on the shared listener."
  }
}

run "has_secrets_and_calls_others" {
  command = plan

  variables {
    secrets  = { TOKEN = "arn:aws:ssm:{region}:{account}:parameter/orders/{environment}/token" }
    consumes = [{ component = "component:default/pay", name = "pay", url = "https://pay.acme.example", lattice_service_arn = "arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1" }]
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.secrets[0].policy).Statement[0].Resource == ["arn:aws:ssm:us-east-1:111122223333:parameter/orders/prod/token"] && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets[0].valueFrom == "arn:aws:ssm:us-east-1:111122223333:parameter/orders/prod/token"
    error_message = "Tasks start with their secrets, and no others."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.consumes[0].policy).Statement[0].Resource == ["arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1/*"] && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [{ name = "PAY_URL", value = "https://pay.acme.example" }]
    error_message = "The code finds what it calls, and may call it."
  }
}

run "leaves_the_number_of_tasks_to_autoscaling" {
  command = plan

  variables {
    autoscaling = { min = 2, max = 9 }
  }

  override_data {
    target = data.aws_resourcegroupstaggingapi_resources.service
    values = {
      resource_tag_mapping_list = [{
        resource_arn       = "arn:aws:ecs:us-east-1:111122223333:service/orders-prod-use1/orders-prod-use1"
        tags               = {}
        compliance_details = []
      }]
    }
  }

  override_data {
    target = data.aws_ecs_service.running
    values = { desired_count = 7 }
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 7
    error_message = "An apply takes no tasks away that autoscaling has added."
  }
}

run "refuses_gpus_on_windows" {
  command = plan

  variables {
    gpus             = 1
    operating_system = "windows-2022"
  }

  expect_failures = [var.gpus]
}

run "refuses_windows_on_arm" {
  command = plan

  variables {
    cpu_architecture = "ARM64"
    operating_system = "windows-2022"
  }

  expect_failures = [var.cpu_architecture]
}

run "refuses_a_daemon_without_instances" {
  command = plan

  variables {
    scheduling = "daemon"
  }

  expect_failures = [var.min_instances]
}

run "refuses_to_scale_a_daemon" {
  command = plan

  variables {
    scheduling    = "daemon"
    min_instances = 1
    autoscaling   = { min = 1, max = 2 }
  }

  expect_failures = [var.autoscaling]
}

run "refuses_a_tag_in_production" {
  command = plan

  variables {
    image = "nginx:1"
  }

  expect_failures = [var.image]
}

run "refuses_instances_with_other_processors" {
  command = plan

  variables {
    cpu_architecture = "ARM64"
    instance_types   = ["m7g.large", "m7i.large"]
  }

  expect_failures = [var.instance_types]
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
    consumes             = [{ component = "component:default/pay", name = "pay", url = "pay.acme.example" }]
  }

  expect_failures = [var.environment, var.permissions_boundary, var.consumes]
}
