mock_provider "aws" {
  override_data {
    target = data.aws_ssm_parameter.vpc_id
    values = { value = "vpc-1" }
  }

  override_data {
    target = data.aws_ssm_parameter.subnet_ids
    values = { value = "subnet-1,subnet-2" }
  }

  override_data {
    target = data.aws_ssm_parameter.public_subnet_ids
    values = { value = "subnet-8,subnet-9" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.listener_arn
    values = { value = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1a/2b" }
  }

  override_data {
    target = data.aws_ssm_parameter.zone_id
    values = { value = "Z123" }
  }

  override_data {
    target = data.aws_ssm_parameter.alarm_topic_arn
    values = { value = "arn:aws:sns:us-east-1:111122223333:alarms" }
  }

  override_data {
    target = data.aws_ssm_parameter.service_network_arn
    values = { value = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-1" }
  }

  override_data {
    target = data.aws_ssm_parameter.ami
    values = { value = "ami-0123456789abcdef0" }
  }

  override_data {
    target = data.aws_vpc.platform
    values = {
      id = "vpc-1"
      cidr_block_associations = [
        { association_id = "vpc-cidr-assoc-1", cidr_block = "10.1.0.0/16", state = "associated" },
        { association_id = "vpc-cidr-assoc-2", cidr_block = "100.64.0.0/16", state = "associated" },
        { association_id = "vpc-cidr-assoc-3", cidr_block = "10.9.0.0/16", state = "disassociated" },
      ]
    }
  }

  override_data {
    target = data.aws_route53_zone.platform
    values = { name = "prod.acme.example" }
  }

  override_data {
    target = data.aws_lb.shared
    values = { security_groups = ["sg-shared"], dns_name = "shared.elb.amazonaws.com", zone_id = "Z456" }
  }

  override_data {
    target = data.aws_ec2_managed_prefix_list.lattice
    values = { id = "pl-lattice" }
  }

  override_data {
    target = data.aws_organizations_organization.current
    values = { id = "o-a1b2c3d4e5" }
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws" }
  }

  override_data {
    target = data.aws_region.current
    values = { region = "us-east-1" }
  }

  override_data {
    target = data.aws_default_tags.current
    values = { tags = { Service = "orders", Owner = "group:default/team-shop" } }
  }

  override_resource {
    target = aws_cloudwatch_log_group.this
    values = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:/soa/orders-prod-use1" }
  }

  override_resource {
    target = aws_launch_template.this
    values = { id = "lt-1", latest_version = 7 }
  }

  override_resource {
    target = aws_lb_target_group.this
    values = { arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/orders/3c", arn_suffix = "targetgroup/orders/3c" }
  }

  override_resource {
    target = aws_security_group.load_balancer
    values = { id = "sg-own" }
  }

  override_resource {
    target = aws_lb.this
    values = {
      arn        = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/orders/4d"
      arn_suffix = "app/orders/4d"
    }
  }

  override_resource {
    target = aws_acm_certificate.this
    values = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
      domain_validation_options = [{
        domain_name           = "orders.acme.example"
        resource_record_name  = "_1.orders.acme.example"
        resource_record_type  = "CNAME"
        resource_record_value = "_2.acm-validations.aws"
      }]
    }
  }

  override_resource {
    target = aws_vpclattice_target_group.this
    values = { arn = "arn:aws:vpc-lattice:us-east-1:111122223333:targetgroup/tg-1", id = "tg-1" }
  }

  override_resource {
    target = aws_vpclattice_service.this
    values = { arn = "arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-1", dns_entry = [{ domain_name = "orders.on.aws", hosted_zone_id = "Z789" }] }
  }
}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  production  = true
}

run "is_safe_by_default" {
  command = plan

  assert {
    condition = (
      aws_launch_template.this.metadata_options[0].http_tokens == "required" &&
      aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 1
    )
    error_message = "Credentials are given to IMDSv2 only, and not to containers behind the instance."
  }

  assert {
    condition = (
      aws_launch_template.this.block_device_mappings[0].ebs[0].encrypted == "true" &&
      aws_launch_template.this.block_device_mappings[0].ebs[0].kms_key_id == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" &&
      aws_launch_template.this.block_device_mappings[0].ebs[0].volume_type == "gp3"
    )
    error_message = "Volumes are encrypted with the platform's key."
  }

  assert {
    condition     = aws_launch_template.this.network_interfaces[0].associate_public_ip_address == "false" && aws_launch_template.this.key_name == null
    error_message = "Instances have no public address and no key pair."
  }

  assert {
    condition     = aws_autoscaling_group.this.vpc_zone_identifier == toset(["subnet-1", "subnet-2"])
    error_message = "Instances are in the private subnets."
  }

  assert {
    condition = length(concat(
      values(aws_vpc_security_group_ingress_rule.vpc), values(aws_vpc_security_group_ingress_rule.shared),
      aws_vpc_security_group_ingress_rule.own, aws_vpc_security_group_ingress_rule.lattice,
    )) == 0
    error_message = "Without a load balancer, nobody reaches the instances."
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_lb_target_group.this) == 0 && aws_autoscaling_group.this.health_check_type == "EC2"
    error_message = "Without a load balancer, EC2 says whether instances are well."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 365 && aws_cloudwatch_log_group.this.kms_key_id != null
    error_message = "The log is encrypted with the platform's key and kept for a year in production."
  }

  assert {
    condition     = aws_launch_template.this.monitoring[0].enabled
    error_message = "In production, instances are measured each minute."
  }
}

run "carries_the_tags_of_its_service" {
  command = plan

  assert {
    condition = alltrue([
      for specification in aws_launch_template.this.tag_specifications :
      specification.tags == tomap({ Service = "orders", Owner = "group:default/team-shop", Name = "orders-prod-use1" })
    ]) && toset(aws_launch_template.this.tag_specifications[*].resource_type) == toset(["instance", "volume", "network-interface"])
    error_message = "Instances, volumes and interfaces carry the default tags."
  }

  assert {
    condition = {
      for tag in aws_autoscaling_group.this.tag : tag.key => tag.value if tag.propagate_at_launch
    } == { Service = "orders", Owner = "group:default/team-shop", Name = "orders-prod-use1" }
    error_message = "The group carries them, too."
  }
}

run "replaces_instances_safely" {
  command = apply

  assert {
    condition = (
      aws_autoscaling_group.this.launch_template[0].version == "7" &&
      aws_autoscaling_group.this.instance_refresh[0].preferences[0].auto_rollback
    )
    error_message = "A refresh can be rolled back, for which it needs a numbered version."
  }

  assert {
    condition = (
      aws_autoscaling_group.this.instance_refresh[0].preferences[0].min_healthy_percentage == 100 &&
      aws_autoscaling_group.this.instance_maintenance_policy[0].min_healthy_percentage == 100 &&
      aws_autoscaling_group.this.instance_maintenance_policy[0].max_healthy_percentage == 150
    )
    error_message = "New instances come before old ones go."
  }

  assert {
    condition     = aws_autoscaling_group.this.instance_refresh[0].preferences[0].alarm_specification[0].alarms == tolist(["orders-prod-use1-status"])
    error_message = "An alarm rolls a refresh back."
  }

  assert {
    condition     = aws_autoscaling_group.this.default_instance_warmup == 120 && aws_autoscaling_policy.cpu.target_tracking_configuration[0].target_value == 60
    error_message = "Instances count once they are warm, and are added by CPU."
  }
}

run "boots_the_newest_image_of_its_kind" {
  command = apply

  assert {
    condition     = data.aws_ssm_parameter.ami[0].name == "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64" && aws_launch_template.this.image_id == "ami-0123456789abcdef0"
    error_message = "Graviton boots the image for arm64, by its id: a refresh cannot roll back to a parameter."
  }

  assert {
    condition     = aws_launch_template.this.block_device_mappings[0].device_name == "/dev/xvda"
    error_message = "Amazon Linux calls its root volume /dev/xvda."
  }
}

run "boots_intel" {
  command = plan

  variables {
    instance_types = ["m7i.large"]
  }

  assert {
    condition     = endswith(data.aws_ssm_parameter.ami[0].name, "x86_64")
    error_message = "Others boot the image for x86_64."
  }
}

run "boots_a_given_image" {
  command = plan

  variables {
    ami_id           = "ami-00000000000000001"
    root_device_name = "/dev/sda1"
  }

  assert {
    condition     = length(data.aws_ssm_parameter.ami) == 0 && aws_launch_template.this.image_id == "ami-00000000000000001" && aws_launch_template.this.block_device_mappings[0].device_name == "/dev/sda1"
    error_message = "A given image is taken as it is."
  }
}

run "boots_windows" {
  command = plan

  variables {
    operating_system      = "windows-server-2025"
    instance_types        = ["m7i.large"]
    user_data             = "Write-Output 'hello'"
    environment_variables = { GREETING = "\"hello\"" }
  }

  assert {
    condition     = data.aws_ssm_parameter.ami[0].name == "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base"
    error_message = "Windows boots its own image."
  }

  assert {
    condition = (
      startswith(base64decode(aws_launch_template.this.user_data), "<powershell>") &&
      strcontains(base64decode(aws_launch_template.this.user_data), base64encode("Write-Output 'hello'")) &&
      strcontains(base64decode(aws_launch_template.this.user_data), base64encode("{\"GREETING\":\"\\\"hello\\\"\",\"PORT\":\"8080\"}"))
    )
    error_message = "Windows is told in PowerShell."
  }
}

run "tells_the_service_what_it_is_told" {
  command = plan

  variables {
    user_data             = "#!/bin/bash\necho \"$${HOME}\" 注文\n"
    environment_variables = { MOTTO = "a \"b\" $c `d` \\e" }
    secrets               = { DATABASE = "arn:aws:secretsmanager:{region}:111122223333:secret:orders/db-AbCdEf" }
    consumes = [
      { component = "component:default/tax-rates", name = "tax-rates", url = "https://tax.on.aws", lattice_service_arn = "arn:aws:vpc-lattice:us-east-1:222233334444:service/svc-2" },
      { component = "component:default/legacy", name = "legacy", url = "https://legacy.example.com" },
    ]
  }

  assert {
    condition = local.environment_file == join("\n", [
      "DATABASE_SECRET_ARN=\"arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/db-AbCdEf\"",
      "LEGACY_URL=\"https://legacy.example.com\"",
      "MOTTO=\"a \\\"b\\\" \\$c \\`d\\` \\\\e\"",
      "PORT=\"8080\"",
      "TAX_RATES_URL=\"https://tax.on.aws\"",
      "",
    ])
    error_message = "The environment file holds variables, secrets' ARNs and called services, and a shell reads it byte for byte."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), base64encode("#!/bin/bash\necho \"$${HOME}\" 注文\n"))
    error_message = "User data is the service's own, byte for byte."
  }

  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), base64encode(local.setup)) && strcontains(local.setup, base64encode(local.environment_file))
    error_message = "The module's setup comes with it."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["read-secrets"].policy).Statement[0].Resource == ["arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/db-AbCdEf"]
    error_message = "The role reads these secrets, and no other."
  }

  assert {
    condition = (
      jsondecode(aws_iam_role_policy.this["call-services"].policy).Statement[0].Resource == ["arn:aws:vpc-lattice:us-east-1:222233334444:service/svc-2/*"] &&
      jsondecode(aws_iam_role_policy.this["call-services"].policy).Statement[0].Action == "vpc-lattice-svcs:Invoke"
    )
    error_message = "The role calls the services that it consumes, and no other."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.lattice[0].prefix_list_id == "pl-lattice" && aws_vpc_security_group_egress_rule.lattice[0].from_port == 443
    error_message = "Calls leave through VPC Lattice."
  }
}

run "keeps_its_log" {
  command = apply

  variables {
    log_files = ["/var/log/orders/*.log"]
  }

  assert {
    condition = (
      local.agent.logs.logs_collected.files.collect_list[*].file_path == ["/var/log/cloud-init-output.log", "/var/log/orders/*.log"] &&
      alltrue([for file in local.agent.logs.logs_collected.files.collect_list : file.log_group_name == "/soa/orders-prod-use1" && !strcontains(file.log_stream_name, "*")])
    )
    error_message = "The boot's log and the service's go to its log group, in streams whose names AWS takes."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["write-log"].policy).Statement[0].Resource == "arn:aws:logs:us-east-1:111122223333:log-group:/soa/orders-prod-use1:*"
    error_message = "It writes to its own log group."
  }
}

run "replaces_the_whole_user_data" {
  command = plan

  variables {
    user_data_base64 = "IyEvYmluL2Jhc2gK"
  }

  assert {
    condition     = aws_launch_template.this.user_data == "IyEvYmluL2Jhc2gK"
    error_message = "Whole user data is taken as it is."
  }
}

run "has_a_role_of_its_own" {
  command = apply

  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/service-boundary"
  }

  assert {
    condition = (
      aws_iam_role.this.path == "/soa/" && aws_iam_role.this.name == "orders-prod-use1-instance" &&
      aws_iam_role.this.permissions_boundary == var.permissions_boundary &&
      jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal == { Service = "ec2.amazonaws.com" }
    )
    error_message = "The role is named after the placement, bounded, and taken on by EC2."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy.this)) == toset(["session-manager", "write-log"])
    error_message = "By itself, an instance may be entered by Session Manager and write its log."
  }

  assert {
    condition = alltrue(flatten([
      for policy in aws_iam_role_policy.this : [
        for statement in jsondecode(policy.policy).Statement : [
          for action in flatten([statement.Action]) : !strcontains(action, "*") && !startswith(action, "ssm:GetParameter")
        ]
      ]
    ]))
    error_message = "No policy takes all actions of anything, or reads the account's parameters."
  }
}

run "logs_sessions_where_the_account_does" {
  command = plan

  variables {
    session_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/soa/sessions"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["log-sessions"].policy).Statement[0].Resource == "arn:aws:logs:us-east-1:111122223333:log-group:/soa/sessions:*"
    error_message = "Session Manager writes to the account's log group with the instance's role."
  }
}

run "takes_requests_from_the_shared_load_balancer" {
  command = apply

  variables {
    load_balancer              = "shared"
    host                       = "orders.{environment}.acme.example"
    target_requests_per_minute = 1000
  }

  assert {
    condition = (
      aws_lb_listener_rule.shared[0].listener_arn == "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1a/2b" &&
      length(aws_lb.this) == 0 && data.aws_lb.shared[0].arn == "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shared/1a"
    )
    error_message = "A rule on the shared listener sends requests here."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.shared : rule.referenced_security_group_id] == ["sg-shared"] && length(aws_vpc_security_group_ingress_rule.vpc) == 0
    error_message = "Only the shared load balancer reaches the instances."
  }

  assert {
    condition     = aws_autoscaling_group.this.health_check_type == "ELB" && aws_autoscaling_group.this.wait_for_elb_capacity == 2
    error_message = "An apply ends when the load balancer finds the instances well, or fails."
  }

  assert {
    condition     = aws_autoscaling_policy.requests[0].target_tracking_configuration[0].predefined_metric_specification[0].resource_label == "app/shared/1a/targetgroup/orders/3c"
    error_message = "Instances are added by requests."
  }

  assert {
    condition     = contains(aws_autoscaling_group.this.instance_refresh[0].preferences[0].alarm_specification[0].alarms, "orders-prod-use1-errors")
    error_message = "Errors roll a refresh back."
  }

  assert {
    condition     = aws_route53_record.host[0].name == "orders.prod.acme.example" && length(aws_route53_record.host[0].latency_routing_policy) == 0 && output.url == "https://orders.prod.acme.example"
    error_message = "The host name leads to the load balancer."
  }
}

run "is_called_by_its_name_in_the_platforms_zone" {
  command = plan

  variables {
    load_balancer = "own"
  }

  assert {
    condition = (
      data.aws_route53_zone.platform[0].zone_id == "Z123" && aws_route53_record.host[0].name == "orders.prod.acme.example" &&
      aws_acm_certificate.this[0].domain_name == "orders.prod.acme.example" && output.url == "https://orders.prod.acme.example"
    )
    error_message = "Without a host name, a service has its own in its environment's zone."
  }
}

run "answers_from_the_nearest_region" {
  command = plan

  variables {
    load_balancer = "shared"
    host          = "orders.acme.example"
    regions       = ["eu-west-1", "us-east-1"]
  }

  assert {
    condition     = aws_route53_record.host[0].latency_routing_policy[0].region == "us-east-1" && aws_route53_record.host[0].set_identifier == "us-east-1" && aws_route53_record.host[0].alias[0].evaluate_target_health
    error_message = "With several Regions, each has its record by latency, and is left out while it is ill."
  }
}

run "has_a_load_balancer_of_its_own" {
  command = apply

  variables {
    load_balancer = "own"
    host          = "orders.acme.example"
  }

  assert {
    condition = (
      aws_lb.this[0].internal && aws_lb.this[0].subnets == toset(["subnet-1", "subnet-2"]) &&
      aws_lb.this[0].enable_deletion_protection && aws_lb.this[0].drop_invalid_header_fields
    )
    error_message = "A load balancer is in the VPC, and protected from deletion in production."
  }

  assert {
    condition     = aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" && aws_lb_listener.http[0].default_action[0].type == "redirect"
    error_message = "It speaks TLS 1.3 and 1.2, and HTTP to send people there."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.load_balancer : rule.cidr_ipv4]) == toset(["10.1.0.0/16", "100.64.0.0/16"])
    error_message = "By itself, it takes requests from the VPC only."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.own[0].referenced_security_group_id == "sg-own" && length(aws_vpc_security_group_ingress_rule.vpc) == 0
    error_message = "Only the load balancer reaches the instances."
  }

  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "orders.acme.example" && aws_acm_certificate.this[0].validation_method == "DNS"
    error_message = "It has a certificate for its host name."
  }
}

run "can_be_on_the_internet" {
  command = plan

  variables {
    production        = false
    load_balancer     = "own"
    host              = "orders.acme.example"
    internet_facing   = true
    web_acl_arn       = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/orders/1"
    access_log_bucket = "acme-access-logs"
  }

  assert {
    condition     = !aws_lb.this[0].internal && aws_lb.this[0].subnets == toset(["subnet-8", "subnet-9"]) && !aws_lb.this[0].enable_deletion_protection
    error_message = "It is in the public subnets."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.load_balancer : "${rule.cidr_ipv4}:${rule.from_port}"]) == toset(["0.0.0.0/0:443", "0.0.0.0/0:80"])
    error_message = "Everybody may call the load balancer."
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == var.web_acl_arn && aws_lb.this[0].access_logs[0].bucket == "acme-access-logs"
    error_message = "A web ACL and an access log are there on request."
  }

  assert {
    condition     = aws_autoscaling_group.this.vpc_zone_identifier == toset(["subnet-1", "subnet-2"])
    error_message = "The instances stay in the private subnets."
  }
}

run "shares_its_port_with_the_vpc_on_request" {
  command = plan

  variables {
    vpc_access = true
    egress     = [{ description = "The database", port = 5432, cidr_ipv4 = "10.1.0.0/16" }]
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.vpc : rule.cidr_ipv4]) == toset(["10.1.0.0/16", "100.64.0.0/16"])
    error_message = "All ranges of the VPC reach the instances, and nobody else."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.other["10.1.0.0/16:5432"].from_port == 5432
    error_message = "The service reaches its database."
  }
}

run "mixes_instances" {
  command = plan

  variables {
    instance_types  = ["m7g.large", "m6g.large", "c7g.large"]
    spot_percentage = 75
    on_demand_base  = 1
  }

  assert {
    condition = (
      aws_autoscaling_group.this.mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity == 25 &&
      aws_autoscaling_group.this.mixed_instances_policy[0].instances_distribution[0].on_demand_base_capacity == 1 &&
      aws_autoscaling_group.this.capacity_rebalance
    )
    error_message = "Three quarters beyond the first are Spot, and are replaced before they are taken away."
  }

  assert {
    condition     = aws_autoscaling_group.this.mixed_instances_policy[0].launch_template[0].override[*].instance_type == var.instance_types && length(aws_autoscaling_group.this.launch_template) == 0
    error_message = "Any of the types will do, in this order."
  }
}

run "is_offered_through_lattice" {
  command = apply

  variables {
    lattice = true
  }

  assert {
    condition     = aws_vpclattice_service.this[0].auth_type == "AWS_IAM" && aws_vpclattice_service.this[0].name == "soa-orders-prod-use1"
    error_message = "Callers sign."
  }

  assert {
    condition = jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition == {
      StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" }
      ArnLike      = { "aws:PrincipalArn" = "arn:aws:iam::*:role/soa/*" }
    }
    error_message = "The organisation's services may call, and nobody else."
  }

  assert {
    condition     = aws_autoscaling_traffic_source_attachment.lattice[0].traffic_source[0].type == "vpc-lattice" && aws_vpclattice_target_group.this[0].type == "INSTANCE"
    error_message = "Instances are registered as they come."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.lattice[0].prefix_list_id == "pl-lattice" && aws_autoscaling_group.this.health_check_type == "VPC_LATTICE"
    error_message = "VPC Lattice reaches the instances, and says whether they are well."
  }

  assert {
    condition     = aws_vpclattice_listener.this[0].protocol == "HTTPS" && output.url == "https://orders.on.aws" && output.lattice_service_arn == "arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-1"
    error_message = "Others find it by its outputs."
  }
}

run "takes_a_given_organisation" {
  command = plan

  variables {
    lattice         = true
    organization_id = "o-zzzzzzzzzz"
  }

  assert {
    condition     = length(data.aws_organizations_organization.current) == 0 && jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition.StringEquals["aws:PrincipalOrgID"] == "o-zzzzzzzzzz"
    error_message = "Nothing is asked for that is given."
  }
}

run "tells_of_alarms" {
  command = plan

  variables {
    load_balancer = "shared"
    host          = "orders.acme.example"
  }

  assert {
    condition = alltrue([
      for alarm in concat(
        [aws_cloudwatch_metric_alarm.status, aws_cloudwatch_metric_alarm.cpu],
        aws_cloudwatch_metric_alarm.capacity, aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.health,
      ) : alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:111122223333:alarms"])
    ])
    error_message = "Every alarm is sent to the platform's topic."
  }
}

run "keeps_alarms_to_itself_on_request" {
  command = plan

  variables {
    alarm_notifications = false
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.status.alarm_actions) == 0 && length(data.aws_ssm_parameter.alarm_topic_arn) == 0
    error_message = "Without notifications, no topic is needed."
  }
}

run "shortens_names_that_aws_cannot_take" {
  command = plan

  variables {
    service       = "a-service-with-a-name-ok"
    key           = "a-long-environment-name-usgw1-111122223333"
    load_balancer = "own"
    host          = "orders.acme.example"
    port          = 65535
    lattice       = true
  }

  assert {
    condition     = length(aws_lb_target_group.this[0].name) <= 32 && length(aws_lb.this[0].name) <= 32
    error_message = "The names of target groups and load balancers have at most 32 characters."
  }

  assert {
    condition     = length(aws_iam_role.this.name) <= 64 && length(aws_vpclattice_service.this[0].name) <= 40
    error_message = "A role's name has at most 64 characters, a Lattice service's 40."
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

run "refuses_types_of_two_architectures" {
  command = plan

  variables {
    instance_types = ["m7g.large", "m7i.large"]
  }

  expect_failures = [var.instance_types]
}

run "knows_graviton_by_its_name" {
  command = plan

  variables {
    instance_types = ["g4dn.xlarge", "g5.xlarge"]
  }

  assert {
    condition     = endswith(data.aws_ssm_parameter.ami[0].name, "x86_64")
    error_message = "A g before the number is a graphics card."
  }
}

run "refuses_windows_on_graviton" {
  command = plan

  variables {
    operating_system = "windows-server-2025"
    instance_types   = ["m7g.large"]
  }

  expect_failures = [var.instance_types]
}

run "refuses_fewer_at_most_than_at_least" {
  command = plan

  variables {
    min_size = 5
    max_size = 4
  }

  expect_failures = [var.max_size]
}

run "refuses_user_data_that_no_instance_runs" {
  command = plan

  variables {
    user_data = "echo hello"
  }

  expect_failures = [var.user_data]
}

run "refuses_more_user_data_than_ec2_takes" {
  command = plan

  variables {
    environment_variables = { LONG = format("%020000d", 0) }
  }

  expect_failures = [aws_launch_template.this]
}

run "refuses_a_host_without_a_load_balancer" {
  command = plan

  variables {
    host = "orders.acme.example"
  }

  expect_failures = [var.host]
}

run "refuses_everybody_for_an_internal_load_balancer" {
  command = plan

  variables {
    load_balancer = "own"
    host          = "orders.acme.example"
    client_cidrs  = ["0.0.0.0/0"]
  }

  expect_failures = [var.client_cidrs]
}

run "refuses_a_healthy_share_that_cannot_be_kept" {
  command = plan

  variables {
    min_healthy_percent = 50
    max_healthy_percent = 200
  }

  expect_failures = [var.max_healthy_percent]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment          = "Prod"
    regions              = ["Virginia"]
    permissions_boundary = "bounds"
    consumes             = [{ component = "component:default/pay", name = "pay", url = "pay.acme.example" }]
  }

  expect_failures = [var.environment, var.regions, var.permissions_boundary, var.consumes]
}
