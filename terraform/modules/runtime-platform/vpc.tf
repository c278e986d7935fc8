locals {
  range = one([
    for range in var.vpc_ranges : range.cidr
    if coalesce(range.environment, var.environment) == var.environment && coalesce(range.region, var.region) == var.region && coalesce(range.account, var.account) == var.account
  ])

  ipam_pool = one([
    for pool in var.ipam_pools : pool.id
    if coalesce(pool.region, var.region) == var.region && coalesce(pool.environment, var.environment) == var.environment
  ])
}

resource "aws_vpc" "this" {
  cidr_block           = local.range
  ipv4_ipam_pool_id    = local.ipam_pool
  ipv4_netmask_length  = local.ipam_pool == null ? null : var.netmask_length
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = local.name }
}

# It belongs to whatever names no group: nothing may go in or out.
resource "aws_default_security_group" "closed" {
  vpc_id  = aws_vpc.this.id
  ingress = []
  egress  = []

  tags = { Name = "${local.name}-closed" }
}

# The main table has no route but the VPC's own.
resource "aws_default_route_table" "closed" {
  default_route_table_id = aws_vpc.this.default_route_table_id

  tags = { Name = "${local.name}-main" }
}
