mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  service         = "mesh"
  key             = "prod-use1"
  environment     = "prod"
  production      = true
  account         = "111122223333"
  region          = "us-east-1"
  organization_id = "o-acme000000"
  principals      = ["arn:aws:organizations::999900001111:ou/o-acme000000/ou-root-workload"]
}

run "lets_signed_calls_of_the_organisation_through" {
  command = apply

  assert {
    condition     = aws_vpclattice_service_network.this.auth_type == "AWS_IAM" && aws_vpclattice_service_network.this.name == "mesh-prod-use1"
    error_message = "The network asks who calls."
  }

  assert {
    condition     = length(jsondecode(aws_vpclattice_auth_policy.this.policy).Statement) == 1 && jsondecode(aws_vpclattice_auth_policy.this.policy).Statement[0].Condition.StringEquals["aws:PrincipalOrgID"] == "o-acme000000" && jsondecode(aws_vpclattice_auth_policy.this.policy).Statement[0].Condition.ArnLike["aws:PrincipalArn"] == "arn:aws:iam::*:role/soa/*" && jsondecode(aws_vpclattice_auth_policy.this.policy).Statement[0].Action == "vpc-lattice-svcs:Invoke"
    error_message = "Roles of the organisation below /soa/ call, and nobody else."
  }

  assert {
    condition     = aws_vpclattice_auth_policy.this.resource_identifier == aws_vpclattice_service_network.this.arn
    error_message = "The policy is the network's."
  }

  assert {
    condition     = output.service_network_arn == aws_vpclattice_service_network.this.arn && aws_ram_resource_association.network.resource_arn == aws_vpclattice_service_network.this.arn
    error_message = "The network is what is shared, and put out."
  }
}

run "is_shared_within_the_organisation" {
  command = plan

  variables {
    principals = [
      "arn:aws:organizations::999900001111:organization/o-acme000000",
      "444455556666",
    ]
  }

  assert {
    condition     = !aws_ram_resource_share.this.allow_external_principals && toset(keys(aws_ram_principal_association.this)) == toset(var.principals)
    error_message = "The network is shared with those who are named, and with no outsider."
  }
}

run "records_requests" {
  command = apply

  assert {
    condition     = toset([for subscription in aws_vpclattice_access_log_subscription.this : subscription.service_network_log_type]) == toset(["SERVICE", "RESOURCE"]) && aws_cloudwatch_log_group.access[0].retention_in_days == 365 && aws_cloudwatch_log_group.access[0].kms_key_id == aws_kms_key.logs[0].arn
    error_message = "Requests to services and resources are recorded, encrypted, and kept for a year in production."
  }

  assert {
    condition     = startswith(aws_cloudwatch_log_group.access[0].name, "/aws/vendedlogs/") && aws_kms_key.logs[0].enable_key_rotation
    error_message = "AWS may write to the log."
  }

  assert {
    condition     = aws_kms_key.logs[0].bypass_policy_lockout_safety_check && can(regex("\"AWS\":\"arn:aws:iam::[0-9]{12}:root\"", aws_kms_key.logs[0].policy))
    error_message = "A run that changes keys by their tags can make this one, which is the account's."
  }
}

run "records_nothing_when_asked" {
  command = plan

  variables {
    log_requests = false
  }

  assert {
    condition     = length(aws_vpclattice_access_log_subscription.this) == 0 && length(aws_cloudwatch_log_group.access) == 0 && length(aws_kms_key.logs) == 0
    error_message = "Without a log, there is no key for it."
  }
}

run "reaches_databases" {
  command = plan

  variables {
    resources = [{
      vpc_id        = "vpc-0123"
      subnet_ids    = ["subnet-0a1", "subnet-0a2"]
      target_ranges = ["10.1.192.0/21"]
      targets = [
        { name = "orders-db", dns_name = "orders.cluster-x.us-east-1.rds.amazonaws.com", ports = ["5432"] },
        { name = "cache", ip_address = "10.1.192.10", ports = ["6379-6380"] },
      ]
    }]
  }

  assert {
    condition     = aws_vpclattice_resource_configuration.this["orders-db"].protocol == "TCP" && aws_vpclattice_resource_configuration.this["orders-db"].resource_configuration_definition[0].dns_resource[0].domain_name == "orders.cluster-x.us-east-1.rds.amazonaws.com" && aws_vpclattice_resource_configuration.this["cache"].resource_configuration_definition[0].ip_resource[0].ip_address == "10.1.192.10"
    error_message = "Targets are named by DNS or address."
  }

  assert {
    condition     = length(aws_vpclattice_service_network_resource_association.this) == 2
    error_message = "Targets are on the network."
  }

  assert {
    condition = {
      for name, rule in aws_vpc_security_group_egress_rule.gateway : name => [rule.from_port, rule.to_port, rule.cidr_ipv4]
      } == {
      "5432 10.1.192.0/21"      = [5432, 5432, "10.1.192.0/21"]
      "6379-6380 10.1.192.0/21" = [6379, 6380, "10.1.192.0/21"]
    }
    error_message = "The gateway sends to the targets' ports and ranges only."
  }
}

run "has_no_gateway_without_targets" {
  command = plan

  assert {
    condition     = length(aws_vpclattice_resource_gateway.this) == 0 && length(aws_security_group.gateway) == 0
    error_message = "A gateway costs, and comes when it is asked for."
  }
}

run "shortens_names_that_aws_cannot_take" {
  command = plan

  variables {
    service = "a-network-with-a-name-ok"
    key     = "a-long-environment-name-usgw1-111122223333"
    resources = [{
      vpc_id        = "vpc-0123"
      subnet_ids    = ["subnet-0a1"]
      target_ranges = ["10.1.192.0/21"]
      targets       = [{ name = "a-long-database", ip_address = "10.1.192.10", ports = ["5432"] }]
    }]
  }

  assert {
    condition     = length(aws_vpclattice_service_network.this.name) <= 63 && length(aws_vpclattice_resource_gateway.this[0].name) <= 40 && length(aws_vpclattice_resource_configuration.this["a-long-database"].name) <= 40
    error_message = "Names are as long as VPC Lattice takes."
  }
}

run "refuses_what_is_no_organisation" {
  command = plan

  variables {
    organization_id = "acme"
  }

  expect_failures = [var.organization_id]
}

run "refuses_to_be_shared_with_nobody" {
  command = plan

  variables {
    principals = []
  }

  expect_failures = [var.principals]
}

run "refuses_another_organisation" {
  command = plan

  variables {
    principals = ["arn:aws:organizations::999900001111:organization/o-other00000"]
  }

  expect_failures = [var.principals]
}

run "refuses_a_target_that_is_in_two_places" {
  command = plan

  variables {
    resources = [{
      vpc_id        = "vpc-0123"
      subnet_ids    = ["subnet-0a1"]
      target_ranges = ["10.1.192.0/21"]
      targets       = [{ name = "orders-db", dns_name = "x.acme.example", ip_address = "10.1.192.10", ports = ["5432"] }]
    }]
  }

  expect_failures = [var.resources]
}

run "refuses_a_gateway_to_everywhere" {
  command = plan

  variables {
    resources = [{
      vpc_id        = "vpc-0123"
      subnet_ids    = ["subnet-0a1"]
      target_ranges = ["0.0.0.0/0"]
      targets       = [{ name = "orders-db", ip_address = "10.1.192.10", ports = ["5432"] }]
    }]
  }

  expect_failures = [var.resources]
}

run "takes_what_is_for_its_own_region" {
  command = plan

  variables {
    resources = [
      {
        region        = "eu-west-1"
        vpc_id        = "vpc-0456"
        subnet_ids    = ["subnet-0b1"]
        target_ranges = ["10.2.192.0/21"]
        targets       = [{ name = "elsewhere", ip_address = "10.2.192.10", ports = ["5432"] }]
      },
      {
        environment   = "prod"
        region        = "us-east-1"
        vpc_id        = "vpc-0123"
        subnet_ids    = ["subnet-0a1"]
        target_ranges = ["10.1.192.0/21"]
        targets       = [{ name = "orders-db", ip_address = "10.1.192.10", ports = ["5432"] }]
      },
    ]
  }

  assert {
    condition     = keys(aws_vpclattice_resource_configuration.this) == ["orders-db"] && aws_vpclattice_resource_gateway.this[0].vpc_id == "vpc-0123"
    error_message = "A VPC is in one Region: each network takes its own."
  }
}

run "refuses_two_gateways" {
  command = plan

  variables {
    resources = [
      { vpc_id = "vpc-0123", subnet_ids = ["subnet-0a1"], target_ranges = ["10.1.192.0/21"], targets = [{ name = "one", ip_address = "10.1.192.10", ports = ["5432"] }] },
      { region = "us-east-1", vpc_id = "vpc-0456", subnet_ids = ["subnet-0b1"], target_ranges = ["10.2.192.0/21"], targets = [{ name = "two", ip_address = "10.2.192.10", ports = ["5432"] }] },
    ]
  }

  expect_failures = [var.resources]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment = "Prod"
    account     = "orders"
  }

  expect_failures = [var.environment, var.account]
}
