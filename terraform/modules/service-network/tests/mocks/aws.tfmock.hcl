# What AWS would tell, for plans without an account: in the tests of this module
# and of the repositories that are made from it.
mock_data "aws_partition" {
  defaults = {
    partition  = "aws"
    dns_suffix = "amazonaws.com"
  }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/soa/mesh" }
}

mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
}

mock_resource "aws_ram_resource_share" {
  defaults = { arn = "arn:aws:ram:us-east-1:111122223333:resource-share/00000000-0000-4000-8000-000000000000" }
}

mock_resource "aws_vpclattice_service_network" {
  defaults = { arn = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0" }
}
