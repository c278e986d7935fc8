mock_provider "aws" {
  source = "./tests/mocks"

  override_data {
    target = data.aws_ssm_parameter.zone_id
    values = { value = "Z0123456789ABCDEFGHIJ" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }
}

variables {
  service         = "orders"
  key             = "sandbox-use1"
  environment     = "sandbox"
  image           = "public.ecr.aws/nginx/nginx-unprivileged:stable"
  own_cluster     = true
  own_network     = { cidr = "10.1.2.0/24" }
  load_balancer   = "own"
  internet_facing = true
}

run "has_a_network_of_its_own" {
  command = plan

  assert {
    condition     = aws_vpc.own[0].cidr_block == "10.1.2.0/24" && { for zone, subnet in aws_subnet.own : zone => subnet.cidr_block } == { us-east-1a = "10.1.2.0/25", us-east-1b = "10.1.2.128/25" }
    error_message = "The range is halved between two zones."
  }

  assert {
    condition     = aws_route.internet[0].destination_cidr_block == "0.0.0.0/0" && length(aws_route_table_association.own) == 2 && alltrue([for subnet in aws_subnet.own : !subnet.map_public_ip_on_launch])
    error_message = "Both zones have a way out, and nothing has a public address that does not ask for one."
  }

  assert {
    condition     = aws_ecs_service.this.network_configuration[0].assign_public_ip
    error_message = "Without a NAT gateway, tasks reach their image by addresses of their own."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.vpc) == 0 && length(aws_vpc_security_group_ingress_rule.load_balancer) == 1 && length(aws_vpc_security_group_ingress_rule.lattice) == 0
    error_message = "Only the load balancer reaches tasks, though they have public addresses."
  }

  assert {
    condition     = length(aws_default_security_group.closed[0].ingress) == 0 && length(aws_default_security_group.closed[0].egress) == 0
    error_message = "The VPC's own group lets nothing through."
  }

  assert {
    condition     = !aws_lb.this[0].internal && aws_acm_certificate.this[0].domain_name == "orders.prod.acme.example" && output.url == "https://orders.prod.acme.example"
    error_message = "The load balancer faces the internet, with a certificate for its name."
  }

  assert {
    condition     = length(data.aws_ssm_parameter.vpc_id) + length(data.aws_ssm_parameter.subnet_ids) + length(data.aws_ssm_parameter.public_subnet_ids) + length(data.aws_vpc.platform) == 0
    error_message = "Nothing of the platform's network is read."
  }
}

run "is_a_service_that_nobody_calls" {
  command = plan

  variables {
    load_balancer   = "none"
    internet_facing = false
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.vpc : rule.cidr_ipv4]) == toset(["10.1.2.0/24"])
    error_message = "It is reached from within its own network only."
  }
}

run "refuses_the_shared_load_balancer" {
  command = plan

  variables {
    load_balancer   = "shared"
    internet_facing = false
  }

  override_data {
    target = data.aws_ssm_parameter.listener_arn
    values = { value = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shared/1/2" }
  }

  expect_failures = [var.own_network]
}

run "refuses_a_load_balancer_that_nobody_reaches" {
  command = plan

  variables {
    internet_facing = false
  }

  expect_failures = [var.own_network]
}

run "refuses_a_range_that_is_too_small_for_two_zones" {
  command = plan

  variables {
    own_network = { cidr = "10.1.2.0/27" }
  }

  expect_failures = [var.own_network]
}

run "refuses_a_range_that_begins_elsewhere" {
  command = plan

  variables {
    own_network = { cidr = "10.1.2.5/24" }
  }

  expect_failures = [var.own_network]
}

run "is_not_for_production" {
  command = plan

  variables {
    production     = true
    require_digest = false
  }

  expect_failures = [var.own_network]
}
