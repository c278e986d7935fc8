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
    target = data.aws_ssm_parameter.zone_id
    values = { value = "Z0123456789ABCDEFGHIJ" }
  }

  override_data {
    target = data.aws_ssm_parameter.listener_arn
    values = { value = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1/2" }
  }

  override_data {
    target = data.aws_ssm_parameter.alarm_topic_arn
    values = { value = "arn:aws:sns:us-east-1:111122223333:platform-alarms" }
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

run "rolls_task_by_task" {
  command = plan

  variables {
    load_balancer = "shared"
  }

  assert {
    condition     = aws_ecs_service.this.deployment_configuration[0].strategy == "ROLLING" && length(aws_iam_role.balancer) == 0 && length(one(aws_ecs_service.this.load_balancer).advanced_configuration) == 0
    error_message = "Said in words, so that it also ends another strategy; ECS needs no role to replace tasks."
  }

  assert {
    condition     = aws_ecs_service.this.alarms[0].enable && aws_ecs_service.this.alarms[0].rollback && aws_ecs_service.this.alarms[0].alarm_names == toset(["orders-prod-use1-errors", "orders-prod-use1-health", "orders-prod-use1-latency"])
    error_message = "Alarms roll a deployment back."
  }
}

run "moves_all_requests_at_once" {
  command = plan

  variables {
    load_balancer = "own"
    deployment    = { strategy = "blue/green", bake_minutes = 15, test_header_value = "orders-next" }
  }

  assert {
    condition     = aws_ecs_service.this.deployment_configuration[0].strategy == "BLUE_GREEN" && aws_ecs_service.this.deployment_configuration[0].bake_time_in_minutes == "15"
    error_message = "The old tasks are kept for a while."
  }

  assert {
    condition     = length(one(aws_ecs_service.this.load_balancer).advanced_configuration) == 1 && length(aws_iam_role_policy.balancer) == 1
    error_message = "ECS has a role to move requests."
  }

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback && length(aws_ecs_service.this.alarms) == 1
    error_message = "Both ways of finding out that something is wrong roll back."
  }

  assert {
    condition     = aws_ecs_service.this.timeouts.update == "45m"
    error_message = "An apply waits as long as the deployment takes."
  }

  assert {
    condition     = toset(flatten([for condition in aws_lb_listener_rule.test[0].condition : [for header in condition.http_header : tolist(header.values)]])) == toset(["orders-next"]) && aws_lb_listener_rule.test[0].priority < aws_lb_listener_rule.this[0].priority
    error_message = "Whoever knows the header sees the new version first."
  }

  assert {
    condition     = [for group in aws_lb_listener_rule.this[0].action[0].forward[0].target_group : group.weight] == [100, 0] || [for group in aws_lb_listener_rule.this[0].action[0].forward[0].target_group : group.weight] == [0, 100]
    error_message = "The first version has all requests."
  }

  assert {
    condition = (
      jsondecode(aws_iam_role.balancer[0].assume_role_policy).Statement[0].Principal.Service == "ecs.amazonaws.com" &&
      aws_iam_role.balancer[0].path == "/soa/" && aws_iam_role.balancer[0].name == "orders-prod-use1-balancer"
    )
    error_message = "ECS takes on the role, and nobody else."
  }
}

run "tries_a_version_on_some_requests" {
  command = plan

  variables {
    load_balancer = "shared"
    deployment    = { strategy = "canary", canary_percent = 5, canary_minutes = 20 }
  }

  assert {
    condition = (
      aws_ecs_service.this.deployment_configuration[0].strategy == "CANARY" &&
      aws_ecs_service.this.deployment_configuration[0].canary_configuration[0].canary_percent == 5 &&
      aws_ecs_service.this.deployment_configuration[0].canary_configuration[0].canary_bake_time_in_minutes == "20" &&
      length(aws_ecs_service.this.deployment_configuration[0].linear_configuration) == 0
    )
    error_message = "Some requests see the new version for a while."
  }

  assert {
    condition     = aws_ecs_service.this.timeouts.update == "55m"
    error_message = "An apply waits as long as the deployment takes."
  }
}

run "moves_requests_step_by_step" {
  command = plan

  variables {
    load_balancer = "shared"
    deployment    = { strategy = "linear", step_percent = 30, step_minutes = 2, bake_minutes = 1 }
  }

  assert {
    condition = (
      aws_ecs_service.this.deployment_configuration[0].strategy == "LINEAR" &&
      aws_ecs_service.this.deployment_configuration[0].linear_configuration[0].step_percent == 30 &&
      aws_ecs_service.this.deployment_configuration[0].linear_configuration[0].step_bake_time_in_minutes == "2"
    )
    error_message = "Requests move in steps."
  }

  assert {
    condition     = aws_ecs_service.this.timeouts.update == "39m"
    error_message = "Four steps of two minutes, and one of baking."
  }
}

run "moves_calls_of_service_connect" {
  command = plan

  variables {
    service_connect = {}
    deployment      = { strategy = "blue/green" }
  }

  assert {
    condition     = aws_ecs_service.this.deployment_configuration[0].strategy == "BLUE_GREEN" && length(aws_ecs_service.this.load_balancer) == 0 && length(aws_iam_role.balancer) == 0
    error_message = "Service Connect moves calls without a load balancer, and without a role."
  }
}

run "watches_both_versions" {
  command = plan

  variables {
    load_balancer       = "shared"
    alarm_notifications = true
    alarms              = { error_percent = 1, latency_seconds = 0.5 }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["errors"].threshold == 1 && aws_cloudwatch_metric_alarm.this["latency"].threshold == 0.5 && aws_cloudwatch_metric_alarm.this["health"].threshold == 0
    error_message = "Alarms go off when they are told to."
  }

  assert {
    condition = alltrue([
      for alarm in aws_cloudwatch_metric_alarm.this :
      alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:111122223333:platform-alarms"]) && alarm.treat_missing_data == "notBreaching"
    ])
    error_message = "The platform's topic hears of alarms."
  }
}

run "watches_its_groups_at_their_load_balancer" {
  command = plan

  variables {
    load_balancer = "shared"
  }

  override_resource {
    target          = aws_lb_target_group.this
    override_during = plan
    values          = { arn_suffix = "targetgroup/orders/1", arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/orders/1" }
  }

  override_resource {
    target          = aws_lb_target_group.alternate
    override_during = plan
    values          = { arn_suffix = "targetgroup/orders-b/2", arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/orders-b/2" }
  }

  assert {
    condition = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : toset(flatten([
      for query in alarm.metric_query : [for metric in query.metric : "${metric.dimensions.LoadBalancer} ${metric.dimensions.TargetGroup}"]
    ])) == toset(["app/shared/1 targetgroup/orders/1", "app/shared/1 targetgroup/orders-b/2"])])
    error_message = "Each alarm watches both target groups, wherever the requests are."
  }
}

run "has_no_alarms_if_told_so" {
  command = plan

  variables {
    load_balancer = "shared"
    alarms        = { enabled = false }
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 0 && length(aws_ecs_service.this.alarms) == 0
    error_message = "There are none."
  }
}

run "scales_by_cpu_if_nothing_else_is_said" {
  command = plan

  variables {
    autoscaling = { min = 3, max = 9 }
  }

  assert {
    condition     = aws_appautoscaling_target.this[0].min_capacity == 3 && aws_appautoscaling_target.this[0].max_capacity == 9 && aws_appautoscaling_target.this[0].resource_id == "service/runtime-ecs/orders-prod-use1"
    error_message = "The service scales between its limits."
  }

  assert {
    condition     = keys(aws_appautoscaling_policy.this) == ["ECSServiceAverageCPUUtilization"] && aws_appautoscaling_policy.this["ECSServiceAverageCPUUtilization"].target_tracking_scaling_policy_configuration[0].target_value == 60
    error_message = "CPU is what services are short of first."
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 3
    error_message = "It starts with what it must have at least."
  }
}

run "scales_by_all_that_it_is_told" {
  command = plan

  variables {
    load_balancer = "shared"
    autoscaling   = { min = 2, max = 9, memory_percent = 70, requests_per_minute = 1000 }
  }

  assert {
    condition     = toset(keys(aws_appautoscaling_policy.this)) == toset(["ECSServiceAverageMemoryUtilization", "ALBRequestCountPerTarget"])
    error_message = "It scales by memory and requests, and not by CPU."
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
        resource_arn       = "arn:aws:ecs:us-east-1:111122223333:service/runtime-ecs/orders-prod-use1"
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

run "comes_back_within_its_limits" {
  command = plan

  variables {
    autoscaling = { min = 2, max = 4 }
  }

  override_data {
    target = data.aws_resourcegroupstaggingapi_resources.service
    values = {
      resource_tag_mapping_list = [{
        resource_arn       = "arn:aws:ecs:us-east-1:111122223333:service/runtime-ecs/orders-prod-use1"
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
    condition     = aws_ecs_service.this.desired_count == 4
    error_message = "New limits hold at once."
  }
}

run "keeps_a_fixed_number" {
  command = plan

  variables {
    desired_count = 5
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 5 && length(aws_appautoscaling_target.this) == 0 && length(data.aws_resourcegroupstaggingapi_resources.service) == 0
    error_message = "Without autoscaling the number is Terraform's."
  }

  assert {
    condition     = aws_ecs_service.this.launch_type == "FARGATE" && length(aws_ecs_service.this.capacity_provider_strategy) == 0
    error_message = "Nothing is taken back by AWS."
  }
}

run "runs_in_part_on_spot" {
  command = plan

  variables {
    spot_percentage = 70
  }

  assert {
    condition = (
      aws_ecs_service.this.force_new_deployment &&
      toset([for part in aws_ecs_service.this.capacity_provider_strategy : "${part.capacity_provider} ${part.weight} ${part.base}"]) == toset(["FARGATE 30 1", "FARGATE_SPOT 70 0"])
    )
    error_message = "The first task is on Fargate, and of the others seven in ten on Spot."
  }
}

run "refuses_to_move_requests_that_do_not_come" {
  command = plan

  variables {
    deployment = { strategy = "canary" }
  }

  expect_failures = [var.deployment]
}

run "refuses_to_move_requests_of_lattice" {
  command = plan

  variables {
    load_balancer = "shared"
    lattice       = true
    deployment    = { strategy = "linear" }
  }

  override_data {
    target = data.aws_ssm_parameter.service_network_arn
    values = { value = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0" }
  }

  expect_failures = [var.deployment]
}

run "refuses_a_test_header_on_the_shared_listener" {
  command = plan

  variables {
    load_balancer = "shared"
    deployment    = { strategy = "canary", test_header_value = "next" }
  }

  expect_failures = [var.deployment]
}

run "refuses_a_deployment_that_outlives_its_run" {
  command = plan

  variables {
    load_balancer = "shared"
    deployment    = { strategy = "linear", step_percent = 10, step_minutes = 4, bake_minutes = 6 }
  }

  expect_failures = [var.deployment]
}

run "refuses_to_scale_by_requests_that_move" {
  command = plan

  variables {
    load_balancer = "shared"
    deployment    = { strategy = "canary" }
    autoscaling   = { min = 2, max = 4, requests_per_minute = 100 }
  }

  expect_failures = [var.autoscaling]
}

run "refuses_limits_that_are_none" {
  command = plan

  variables {
    autoscaling = { min = 5, max = 4 }
  }

  expect_failures = [var.autoscaling]
}

run "refuses_a_grace_without_a_load_balancer" {
  command = plan

  variables {
    health_check_grace_seconds = 60
  }

  expect_failures = [var.health_check_grace_seconds]
}
