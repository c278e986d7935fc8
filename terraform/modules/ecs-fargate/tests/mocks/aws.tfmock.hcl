mock_data "aws_region" {
  defaults = {
    region = "us-east-1"
  }
}

mock_data "aws_partition" {
  defaults = {
    partition = "aws"
  }
}

mock_data "aws_caller_identity" {
  defaults = {
    account_id = "111122223333"
  }
}

mock_data "aws_vpc" {
  defaults = {
    id         = "vpc-1"
    cidr_block = "10.1.0.0/16"
    cidr_block_associations = [
      { association_id = "vpc-cidr-assoc-1", cidr_block = "10.1.0.0/16", state = "associated" },
      { association_id = "vpc-cidr-assoc-2", cidr_block = "100.64.0.0/16", state = "associated" },
      { association_id = "vpc-cidr-assoc-3", cidr_block = "10.9.0.0/16", state = "disassociated" },
    ]
  }
}

mock_data "aws_route53_zone" {
  defaults = {
    name = "prod.acme.example"
  }
}

mock_data "aws_organizations_organization" {
  defaults = {
    id = "o-a1b2c3d4e5"
  }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = {
    id = "pl-1"
  }
}

mock_data "aws_lb" {
  defaults = {
    dns_name = "shared-1.us-east-1.elb.amazonaws.com"
    zone_id  = "Z35SXDOTRQ7X7K"
  }
}

mock_data "aws_availability_zones" {
  defaults = {
    names = ["us-east-1a", "us-east-1b", "us-east-1c"]
  }
}
