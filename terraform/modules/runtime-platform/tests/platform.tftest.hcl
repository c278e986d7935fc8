mock_provider "aws" {
  source = "./tests/mocks"
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
}

run "is_small_by_default" {
  command = plan

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_eks_cluster.this) == 0 && length(aws_route53_zone.this) == 0 && length(aws_wafv2_web_acl.this) == 0 && length(aws_ec2_transit_gateway_vpc_attachment.this) == 0
    error_message = "What costs comes when it is asked for."
  }

  assert {
    condition     = length(output.pending) == 0
    error_message = "Nothing is left for people to do."
  }
}

run "encrypts_with_a_key_that_rotates" {
  command = plan

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30 && aws_kms_alias.this.name == "alias/soa/platform-prod-use1"
    error_message = "The key rotates, and its deletion takes a month in production."
  }

  assert {
    condition     = aws_kms_key.this.bypass_policy_lockout_safety_check && can(regex("\"AWS\":\"arn:aws:iam::111122223333:root\"", aws_kms_key.this.policy))
    error_message = "A run that changes keys by their tags can make this one, which is the account's."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.this.policy).Statement :
      length(try(statement.Condition, {})) > 0 || try(statement.Principal.AWS, "") == "arn:aws:iam::111122223333:root"
    ])
    error_message = "Nobody but the account itself has the key without a condition."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_kms_key.this.policy).Statement : statement.Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"]
      if statement.Sid == "CloudWatchLogs"
    ]) == "arn:aws:logs:us-east-1:111122223333:log-group:*"
    error_message = "CloudWatch Logs uses the key for this account's and Region's logs."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.this.policy).Statement : statement.Condition.StringEquals["kms:CallerAccount"] == "111122223333" && startswith(statement.Condition.ArnLike["aws:PrincipalArn"][0], "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/")
      if try(statement.Principal.AWS, "") == "*"
    ])
    error_message = "Of all principals, Auto Scaling's role of this account alone."
  }
}

run "uses_its_key" {
  command = apply

  assert {
    condition = alltrue([
      for group in concat(aws_cloudwatch_log_group.flow_logs, aws_cloudwatch_log_group.execute_command) : group.kms_key_id == aws_kms_key.this.arn && group.retention_in_days == 365
    ])
    error_message = "Logs are encrypted, and kept for a year in production."
  }

  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == aws_kms_key.this.arn
    error_message = "The alarm topic is encrypted."
  }

  assert {
    condition     = aws_ecs_cluster.this[0].configuration[0].execute_command_configuration[0].kms_key_id == aws_kms_key.this.arn && aws_ecs_cluster.this[0].configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled && aws_ecs_cluster.this[0].configuration[0].managed_storage_configuration[0].fargate_ephemeral_storage_kms_key_id == aws_kms_key.this.id
    error_message = "Sessions in containers and the storage of tasks are encrypted."
  }

  assert {
    condition     = aws_ssm_parameter.contract["cluster-arn"].value == aws_ecs_cluster.this[0].arn && aws_ssm_parameter.contract["kms-key-arn"].value == aws_kms_key.this.arn && aws_ssm_parameter.contract["alarm-topic-arn"].value == aws_sns_topic.alarms.arn && aws_ssm_parameter.contract["vpc-id"].value == aws_vpc.this.id
    error_message = "The contract says what there is."
  }
}

run "watches_containers" {
  command = plan

  assert {
    condition     = one(aws_ecs_cluster.this[0].setting).value == "enhanced" && toset(aws_ecs_cluster_capacity_providers.this[0].capacity_providers) == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "The cluster has enhanced Container Insights, and Fargate with Spot."
  }
}

run "can_do_without_a_cluster" {
  command = plan

  variables {
    ecs = false
  }

  assert {
    condition     = length(aws_ecs_cluster.this) == 0 && !contains(keys(aws_ssm_parameter.contract), "cluster-arn") && !strcontains(aws_kms_key.this.policy, "fargate")
    error_message = "No cluster is published that is not there."
  }
}

run "tells_people_of_alarms" {
  command = plan

  variables {
    alarm_emails = ["platform@acme.example"]
  }

  assert {
    condition     = aws_sns_topic_subscription.email["platform@acme.example"].protocol == "email"
    error_message = "Addresses are subscribed to the topic."
  }
}

run "lets_alarms_of_its_own_account_publish" {
  command = apply

  assert {
    condition     = jsondecode(aws_sns_topic_policy.alarms.policy).Statement[0].Principal == { Service = "cloudwatch.amazonaws.com" } && jsondecode(aws_sns_topic_policy.alarms.policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111122223333"
    error_message = "Alarms of this account reach the topic, and no other's."
  }
}

run "bounds_its_roles" {
  command = plan

  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
    eks                  = {}
  }

  assert {
    condition     = alltrue([for role in concat(aws_iam_role.flow_logs, aws_iam_role.eks_cluster, aws_iam_role.eks_nodes) : role.permissions_boundary == var.permissions_boundary && role.path == "/soa/"])
    error_message = "All roles have the boundary."
  }
}

run "shortens_names_that_aws_cannot_take" {
  command = plan

  variables {
    service      = "a-platform-with-a-name-o"
    key          = "a-long-environment-name-usgw1-111122223333"
    eks          = {}
    certificates = [{ arn = "arn:aws:acm:us-east-1:111122223333:certificate/1" }]
    load_balancer = {
      access_logs = true
    }
  }

  assert {
    condition     = length(aws_lb.this[0].name) <= 32 && length(aws_iam_role.eks_cluster[0].name) <= 64 && length(aws_s3_bucket.access_logs[0].bucket) <= 63 && length(aws_eks_cluster.this[0].name) <= 100
    error_message = "Names are as long as AWS takes."
  }

  # The rule by which account-baseline limits the roles that a run may make.
  assert {
    condition     = aws_iam_role.eks_cluster[0].name == "${substr("${var.service}-${var.key}", 0, 45)}-${substr(sha256("${var.service}-${var.key}"), 0, 8)}-cluster"
    error_message = "Roles have the names that the apply role may make."
  }
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    account              = "orders"
    regions              = ["Virginia"]
    permissions_boundary = "bounds"
  }

  expect_failures = [var.account, var.regions, var.permissions_boundary]
}
