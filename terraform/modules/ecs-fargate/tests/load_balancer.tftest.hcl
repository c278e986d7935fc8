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
    target = data.aws_ssm_parameter.public_subnet_ids
    values = { value = "subnet-8,subnet-9" }
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

run "has_a_load_balancer_of_its_own_that_the_vpc_reaches" {
  command = plan

  variables {
    load_balancer = "own"
  }

  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].subnets == toset(["subnet-1", "subnet-2"])
    error_message = "It is in private subnets unless somebody says otherwise."
  }

  assert {
    condition     = aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].enable_deletion_protection
    error_message = "It drops malformed headers and cannot be deleted in production."
  }

  assert {
    condition = (
      toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4]) == toset(["10.1.0.0/16", "100.64.0.0/16"]) &&
      toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.from_port]) == toset([80, 443])
    )
    error_message = "The VPC calls it, and nobody else, on 443 and on 80."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.vpc) == 0 && length(aws_vpc_security_group_ingress_rule.load_balancer) == 1
    error_message = "Tasks are called by their load balancer only."
  }

  assert {
    condition     = aws_lb_listener.https[0].protocol == "HTTPS" && aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
    error_message = "It speaks TLS 1.3."
  }

  assert {
    condition     = aws_lb_listener.https[0].default_action[0].fixed_response[0].status_code == "404"
    error_message = "Requests for other hosts end at the load balancer."
  }

  assert {
    condition     = aws_lb_listener.http[0].default_action[0].redirect[0].protocol == "HTTPS" && aws_lb_listener.http[0].default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "HTTP is sent on to HTTPS."
  }

  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "orders.prod.acme.example" && aws_acm_certificate.this[0].validation_method == "DNS"
    error_message = "The certificate is for the service's name in the platform's zone."
  }

  assert {
    condition     = aws_route53_record.certificate[0].zone_id == "Z0123456789ABCDEFGHIJ" && aws_route53_record.certificate[0].allow_overwrite
    error_message = "The certificate is proven in the platform's zone, by each Region that has one."
  }

  assert {
    condition     = output.url == "https://orders.prod.acme.example"
    error_message = "Whoever calls the service learns where."
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this) == 0 && length(aws_lb.this[0].access_logs) == 0
    error_message = "What costs more is asked for."
  }
}

run "answers_from_the_nearest_region_that_is_well" {
  command = plan

  variables {
    load_balancer = "own"
  }

  assert {
    condition = (
      aws_route53_record.host[0].name == "orders.prod.acme.example" &&
      aws_route53_record.host[0].set_identifier == "us-east-1" &&
      aws_route53_record.host[0].latency_routing_policy[0].region == "us-east-1" &&
      aws_route53_record.host[0].alias[0].evaluate_target_health
    )
    error_message = "Each Region has a latency record of its own."
  }
}

run "is_called_from_the_internet_if_asked" {
  command = plan

  variables {
    load_balancer     = "own"
    internet_facing   = true
    host              = "shop.{environment}.acme.example"
    access_log_bucket = "acme-access-logs"
    production        = false
  }

  assert {
    condition     = !aws_lb.this[0].internal && aws_lb.this[0].subnets == toset(["subnet-8", "subnet-9"])
    error_message = "It is in public subnets."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4]) == toset(["0.0.0.0/0"])
    error_message = "Everybody may call it."
  }

  assert {
    condition     = !aws_ecs_service.this.network_configuration[0].assign_public_ip && aws_ecs_service.this.network_configuration[0].subnets == toset(["subnet-1", "subnet-2"])
    error_message = "Its tasks stay where they are."
  }

  assert {
    condition     = aws_lb.this[0].access_logs[0].bucket == "acme-access-logs" && aws_lb.this[0].access_logs[0].enabled
    error_message = "It logs requests where it is told to."
  }

  assert {
    condition     = !aws_lb.this[0].enable_deletion_protection && aws_acm_certificate.this[0].domain_name == "shop.prod.acme.example"
    error_message = "Outside of production it can be deleted; its host is the given one."
  }
}

run "lets_in_whom_it_is_told_to" {
  command = plan

  variables {
    load_balancer   = "own"
    client_cidrs    = ["192.0.2.0/24"]
    certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/0"
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4]) == toset(["192.0.2.0/24"])
    error_message = "Nobody else may call it."
  }

  assert {
    condition     = length(aws_acm_certificate.this) == 0 && aws_lb_listener.https[0].certificate_arn == "arn:aws:acm:us-east-1:111122223333:certificate/0"
    error_message = "A given certificate is taken."
  }
}

run "has_rules_of_aws_waf_before_it" {
  command = plan

  variables {
    load_balancer = "own"
    waf           = { requests_per_5_minutes = 500, log = true }
  }

  assert {
    condition = toset(flatten([
      for rule in aws_wafv2_web_acl.this[0].rule : rule.statement[0].managed_rule_group_statement[*].name
    ])) == toset(["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"])
    error_message = "AWS's rules are asked."
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this[0].rule : length(rule.override_action[0].none) == 1 if length(rule.override_action) == 1])
    error_message = "AWS's rules refuse."
  }

  assert {
    condition     = one(flatten([for rule in aws_wafv2_web_acl.this[0].rule : rule.statement[0].rate_based_statement[*].limit])) == 500
    error_message = "An address that asks too often is refused."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 1
    error_message = "They stand before the load balancer."
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.requests[0].name == "aws-waf-logs-orders-prod-use1" &&
      aws_cloudwatch_log_group.requests[0].kms_key_id != null && aws_cloudwatch_log_group.requests[0].retention_in_days == 365
    )
    error_message = "AWS WAF writes to groups of this name only."
  }

  assert {
    condition     = toset([for field in aws_wafv2_web_acl_logging_configuration.this[0].redacted_fields : field.single_header[0].name]) == toset(["authorization", "cookie"])
    error_message = "What lets people in is not logged."
  }
}

run "only_counts_what_it_would_refuse" {
  command = plan

  variables {
    load_balancer = "own"
    waf           = { count_only = true }
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this[0].rule : length(rule.override_action[0].count) == 1 if length(rule.override_action) == 1])
    error_message = "AWS's rules count."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_logging_configuration.this) == 0
    error_message = "Logs are asked for."
  }
}

run "has_a_rule_and_a_record_on_the_shared_listener" {
  command = plan

  variables {
    load_balancer = "shared"
  }

  assert {
    condition     = length(aws_lb.this) == 0 && length(aws_acm_certificate.this) == 0
    error_message = "The platform's load balancer and certificate do."
  }

  assert {
    condition     = flatten([for condition in aws_lb_listener_rule.this[0].condition : [for header in condition.host_header : tolist(header.values)]]) == ["orders.prod.acme.example"]
    error_message = "Requests for the service's name come here."
  }

  assert {
    condition     = aws_route53_record.host[0].alias[0].name == "shared-1.us-east-1.elb.amazonaws.com"
    error_message = "The name leads to the shared load balancer."
  }

  assert {
    condition     = output.load_balancer_arn == "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shared/1"
    error_message = "A listener's ARN says which load balancer it is of."
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_ingress_rule.vpc)) == toset(["10.1.0.0/16", "100.64.0.0/16"])
    error_message = "The shared load balancer is somewhere in the VPC."
  }
}

run "makes_no_record_for_a_host_alone" {
  command = plan

  variables {
    host = "orders.elsewhere.example"
  }

  assert {
    condition     = length(aws_route53_record.host) == 0 && length(aws_lb_listener_rule.this) == 1 && output.url == "https://orders.elsewhere.example"
    error_message = "A host that somebody else looks after has a rule only."
  }
}

run "takes_requests_from_nobody" {
  command = plan

  variables {
    load_balancer = "none"
  }

  assert {
    condition     = output.url == null && output.load_balancer_arn == null && length(aws_lb_listener_rule.this) == 0 && length(aws_cloudwatch_metric_alarm.this) == 0
    error_message = "There is nothing to call."
  }
}

run "refuses_a_host_without_a_load_balancer" {
  command = plan

  variables {
    load_balancer = "none"
    host          = "orders.acme.example"
  }

  expect_failures = [var.host]
}

run "refuses_what_is_for_a_load_balancer_of_its_own" {
  command = plan

  variables {
    load_balancer     = "shared"
    internet_facing   = true
    waf               = {}
    access_log_bucket = "acme-access-logs"
    certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/0"
  }

  expect_failures = [var.internet_facing, var.waf, var.access_log_bucket, var.certificate_arn]
}

run "refuses_clients_of_the_shared_load_balancer" {
  command = plan

  variables {
    load_balancer = "shared"
    client_cidrs  = ["192.0.2.0/24"]
  }

  expect_failures = [var.client_cidrs]
}

run "refuses_to_let_everybody_in_from_within" {
  command = plan

  variables {
    load_balancer = "own"
    client_cidrs  = ["0.0.0.0/0"]
  }

  expect_failures = [var.client_cidrs]
}

run "refuses_a_host_that_is_none" {
  command = plan

  variables {
    load_balancer = "own"
    host          = "https://orders"
  }

  expect_failures = [var.host]
}
