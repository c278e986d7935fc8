mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  service     = "platform"
  key         = "dev-use1"
  environment = "dev"
  account     = "444455556666"
  region      = "us-east-1"
  regions     = ["us-east-1"]
  vpc_ranges  = [{ cidr = "10.1.0.0/16" }]
}

run "cuts_the_range_into_subnets" {
  command = plan

  assert {
    condition     = aws_vpc.this.cidr_block == "10.1.0.0/16" && aws_vpc.this.enable_dns_hostnames && aws_vpc.this.ipv4_netmask_length == null
    error_message = "The VPC has the range that it is given."
  }

  assert {
    condition = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == {
      us-east-1a = "10.1.0.0/18"
      us-east-1b = "10.1.64.0/18"
      us-east-1c = "10.1.128.0/18"
    }
    error_message = "Each zone has a private subnet, of a quarter of the range."
  }

  assert {
    condition = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == {
      us-east-1a = "10.1.192.0/21"
      us-east-1b = "10.1.200.0/21"
      us-east-1c = "10.1.208.0/21"
    }
    error_message = "Public subnets share the last quarter."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch]) && length(aws_subnet.intra) == 0
    error_message = "Nothing has a public address that does not ask for it."
  }

  assert {
    condition     = length(aws_default_security_group.closed.ingress) == 0 && length(aws_default_security_group.closed.egress) == 0
    error_message = "The default security group lets nothing in or out."
  }

  assert {
    condition     = length(aws_vpc_endpoint.gateway) == 2 && length(aws_vpc_endpoint.interface) == 0 && length(aws_network_acl.private) == 0
    error_message = "Only what costs nothing comes by itself."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 3 && length(aws_route_table.private) == 3
    error_message = "One NAT gateway, to which all zones go."
  }
}

run "takes_more_zones" {
  command = plan

  variables {
    zones         = 6
    intra_subnets = true
    nat           = "per-zone"
  }

  assert {
    condition     = length(aws_subnet.private) == 6 && length(aws_subnet.intra) == 6 && length(aws_nat_gateway.this) == 6
    error_message = "Each zone has its subnets and its NAT gateway."
  }

  assert {
    condition     = length(distinct(concat(values(aws_subnet.private)[*].cidr_block, values(aws_subnet.public)[*].cidr_block, values(aws_subnet.intra)[*].cidr_block))) == 18 && aws_subnet.private["us-east-1f"].cidr_block == "10.1.160.0/19" && aws_subnet.public["us-east-1f"].cidr_block == "10.1.234.0/23" && aws_subnet.intra["us-east-1a"].cidr_block == "10.1.240.0/23"
    error_message = "No two subnets share addresses."
  }
}

run "has_a_way_out_in_each_zone" {
  command = apply

  variables {
    nat = "per-zone"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && alltrue([for zone, route in aws_route.nat : route.nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "A zone uses its own NAT gateway."
  }

  assert {
    condition     = length(output.nat_addresses) == 3 && output.contract == sort([for name in ["alarm-topic-arn", "cluster-arn", "kms-key-arn", "public-subnet-ids", "subnet-ids", "vpc-id"] : "/soa/platform/dev/${name}"])
    error_message = "What is there is published, and nothing else."
  }

  assert {
    condition     = aws_ssm_parameter.contract["subnet-ids"].value == join(",", [for zone in ["us-east-1a", "us-east-1b", "us-east-1c"] : aws_subnet.private[zone].id])
    error_message = "Services run in the private subnets."
  }

  assert {
    condition     = alltrue([for parameter in aws_ssm_parameter.contract : parameter.type == "String" && parameter.tier == "Standard" && parameter.overwrite == null])
    error_message = "Parameters are plain, cost nothing, and take over nobody's."
  }
}

run "has_nothing_public_without_nat" {
  command = plan

  variables {
    nat = "none"
  }

  assert {
    condition     = length(aws_internet_gateway.this) == 0 && length(aws_subnet.public) == 0 && length(aws_nat_gateway.this) == 0 && length(aws_route.nat) == 0
    error_message = "A VPC without NAT has no internet gateway."
  }

  assert {
    condition     = !contains(keys(aws_ssm_parameter.contract), "public-subnet-ids")
    error_message = "Public subnets that are not there are not published."
  }
}

run "takes_a_range_from_a_pool" {
  command = plan

  variables {
    vpc_ranges     = [{ cidr = "10.2.0.0/16", region = "eu-west-1" }]
    ipam_pools     = [{ id = "ipam-pool-0123abcd", region = "us-east-1" }]
    netmask_length = 22
  }

  assert {
    condition     = aws_vpc.this.ipv4_ipam_pool_id == "ipam-pool-0123abcd" && aws_vpc.this.ipv4_netmask_length == 22
    error_message = "IPAM gives the range, where a pool is for the Region."
  }
}

run "finds_its_own_range" {
  command = plan

  variables {
    vpc_ranges = [
      { cidr = "10.1.0.0/16", environment = "prod" },
      { cidr = "10.2.0.0/16", environment = "dev", region = "us-east-1" },
      { cidr = "10.3.0.0/16", environment = "dev", region = "eu-west-1" },
    ]
  }

  assert {
    condition     = aws_vpc.this.cidr_block == "10.2.0.0/16"
    error_message = "A placement takes the range of its environment and Region."
  }
}

run "refuses_no_range" {
  command = plan

  variables {
    vpc_ranges = [{ cidr = "10.1.0.0/16", environment = "prod" }]
  }

  expect_failures = [var.vpc_ranges]
}

run "refuses_ranges_that_overlap" {
  command = plan

  variables {
    vpc_ranges = [
      { cidr = "10.1.0.0/16", environment = "dev" },
      { cidr = "10.1.128.0/20", environment = "prod" },
    ]
  }

  expect_failures = [var.vpc_ranges]
}

run "refuses_a_range_that_is_too_small" {
  command = plan

  variables {
    vpc_ranges = [{ cidr = "10.1.0.0/22" }]
    zones      = 4
  }

  expect_failures = [var.vpc_ranges]
}

run "refuses_what_there_is_no_nat_of" {
  command = plan

  variables {
    nat = "many"
  }

  expect_failures = [var.nat]
}

run "refuses_a_placement_in_no_region" {
  command = plan

  variables {
    region = "global"
  }

  expect_failures = [var.region]
}

run "records_traffic" {
  command = plan

  assert {
    condition     = aws_flow_log.this[0].traffic_type == "ALL" && aws_cloudwatch_log_group.flow_logs[0].retention_in_days == 30
    error_message = "All traffic is recorded, for a month outside of production."
  }

  assert {
    condition     = jsondecode(aws_iam_role.flow_logs[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666" && aws_iam_role.flow_logs[0].path == "/soa/"
    error_message = "Only this account's flow logs take on the role."
  }
}

run "records_less" {
  command = plan

  variables {
    production = true
    flow_logs  = { traffic = "REJECT", retention_in_days = 731 }
  }

  assert {
    condition     = aws_flow_log.this[0].traffic_type == "REJECT" && aws_cloudwatch_log_group.flow_logs[0].retention_in_days == 731
    error_message = "What and for how long is a choice."
  }
}

run "records_nothing" {
  command = plan

  variables {
    flow_logs = { enabled = false }
  }

  assert {
    condition     = length(aws_flow_log.this) == 0 && length(aws_iam_role.flow_logs) == 0
    error_message = "Flow logs can be left out."
  }
}

run "reaches_aws_by_endpoints" {
  command = plan

  variables {
    gateway_endpoints   = ["s3"]
    interface_endpoints = ["ecr.api", "ecr.dkr", "logs"]
  }

  assert {
    condition     = toset(keys(aws_vpc_endpoint.interface)) == toset(["ecr.api", "ecr.dkr", "logs"]) && alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled]) && keys(aws_vpc_endpoint.gateway) == ["s3"]
    error_message = "Endpoints are those that are chosen, under the services' own names."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints[0].cidr_ipv4 == "10.1.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints[0].to_port == 443
    error_message = "Endpoints are reached from within the VPC."
  }
}

run "keeps_the_internet_out_of_private_subnets" {
  command = plan

  variables {
    restrict_private_subnets = true
  }

  assert {
    condition = alltrue([
      for rule in aws_network_acl.private[0].ingress : rule.from_port == 1024
      if rule.cidr_block == "0.0.0.0/0"
    ]) && length([for rule in aws_network_acl.private[0].ingress : rule if rule.cidr_block == "0.0.0.0/0"]) == 2
    error_message = "From the internet, answers come in only."
  }
}

run "is_attached_to_the_transit_gateway_of_its_region" {
  command = plan

  variables {
    nat                    = "none"
    transit_gateways       = [{ id = "tgw-0aaa", region = "eu-west-1" }, { id = "tgw-0bbb", region = "us-east-1" }]
    transit_gateway_routes = ["10.0.0.0/8", "0.0.0.0/0"]
  }

  assert {
    condition     = aws_ec2_transit_gateway_vpc_attachment.this[0].transit_gateway_id == "tgw-0bbb"
    error_message = "Each Region has its own gateway."
  }

  assert {
    condition     = length(aws_route.transit) == 6 && aws_route.transit["us-east-1b 0.0.0.0/0"].transit_gateway_id == "tgw-0bbb"
    error_message = "Each private route table sends the ranges there."
  }
}

run "refuses_two_ways_out" {
  command = plan

  variables {
    transit_gateways       = [{ id = "tgw-0bbb" }]
    transit_gateway_routes = ["0.0.0.0/0"]
  }

  expect_failures = [var.transit_gateway_routes]
}

run "is_on_the_service_network_of_its_region" {
  command = plan

  variables {
    service_networks = [
      { arn = "arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0aaa" },
      { arn = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0bbb" },
    ]
  }

  assert {
    condition     = aws_vpclattice_service_network_vpc_association.this[0].service_network_identifier == "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0bbb" && aws_ssm_parameter.contract["service-network-arn"].value == "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0bbb"
    error_message = "The VPC is on the network of its Region, and says so."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.lattice[0].cidr_ipv4 == "10.1.0.0/16" && aws_vpc_security_group_ingress_rule.lattice[0].from_port == 443
    error_message = "Services are called from within the VPC, over HTTPS."
  }
}

run "refuses_what_is_no_service_network" {
  command = plan

  variables {
    service_networks = [{ arn = "sn-0aaa" }]
  }

  expect_failures = [var.service_networks]
}
