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

  load_balancer = {}
  dns           = { domain = "acme.example", parent_zone_id = "Z0PARENT" }
}

run "is_internal_by_default" {
  command = apply

  assert {
    condition     = aws_lb.this[0].internal && aws_lb.this[0].enable_deletion_protection && aws_lb.this[0].drop_invalid_header_fields && toset(aws_lb.this[0].subnets) == toset([for subnet in aws_subnet.private : subnet.id])
    error_message = "The load balancer is internal and protected."
  }

  assert {
    condition     = alltrue([for rule in concat(values(aws_vpc_security_group_ingress_rule.https), values(aws_vpc_security_group_ingress_rule.http)) : rule.cidr_ipv4 == "10.1.0.0/16"])
    error_message = "Only the VPC reaches it."
  }

  assert {
    condition     = aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" && aws_lb_listener.https[0].protocol == "HTTPS" && aws_lb_listener.https[0].default_action[0].fixed_response[0].status_code == "404"
    error_message = "It speaks TLS 1.3, and knows no name that no service has."
  }

  assert {
    condition     = aws_lb_listener.http[0].default_action[0].type == "redirect" && aws_lb_listener.http[0].default_action[0].redirect[0].protocol == "HTTPS"
    error_message = "HTTP is sent to HTTPS."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.load_balancer[0].cidr_ipv4 == "10.1.0.0/16"
    error_message = "It sends requests to the VPC only."
  }

  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "prod.acme.example" && tolist(aws_acm_certificate.this[0].subject_alternative_names)[0] == "*.prod.acme.example" && aws_route53_record.certificate[0].name == "_0.prod.acme.example"
    error_message = "The certificate is for all names of the zone."
  }

  assert {
    condition     = aws_ssm_parameter.contract["listener-arn"].value == aws_lb_listener.https[0].arn && aws_ssm_parameter.contract["zone-id"].value == aws_route53_zone.this[0].zone_id
    error_message = "Listener and zone are published."
  }
}

run "delegates_the_zone" {
  command = plan

  assert {
    condition     = aws_route53_zone.this[0].name == "prod.acme.example" && aws_route53_record.delegation[0].zone_id == "Z0PARENT" && aws_route53_record.delegation[0].type == "NS" && aws_route53_record.delegation[0].name == "prod.acme.example"
    error_message = "The parent zone of the account points to the new one."
  }

  assert {
    condition     = toset(aws_route53_record.caa[0].records) == toset(["0 issue \"amazon.com\"", "0 issuewild \"amazon.com\""])
    error_message = "Amazon alone issues certificates."
  }
}

run "waits_for_the_delegation" {
  command = plan

  variables {
    dns = { domain = "acme.example" }
  }

  assert {
    condition     = length(aws_route53_zone.this) == 1 && length(aws_route53_record.delegation) == 0 && length(aws_acm_certificate.this) == 0 && length(aws_lb.this) == 0 && !contains(keys(aws_ssm_parameter.contract), "listener-arn")
    error_message = "Nothing waits for a certificate that cannot be issued yet, or costs without it."
  }

  assert {
    condition     = strcontains(output.pending[0], "Add an NS record for prod.acme.example")
    error_message = "People are told what to do."
  }
}

run "goes_on_once_delegated" {
  command = plan

  variables {
    dns = { domain = "acme.example", delegated = true }
  }

  assert {
    condition     = length(aws_acm_certificate.this) == 1 && length(aws_lb.this) == 1 && length(output.pending) == 0
    error_message = "Certificate and load balancer come after the delegation."
  }
}

run "shares_the_zone_of_another_region" {
  command = apply

  variables {
    key        = "prod-euw1"
    region     = "eu-west-1"
    regions    = ["eu-west-1", "us-east-1"]
    vpc_ranges = [{ cidr = "10.2.0.0/16" }]
    dns        = { domain = "acme.example", parent_zone_id = "Z0PARENT", home_region = "us-east-1" }
  }

  override_data {
    target = data.aws_route53_zone.shared
    values = { zone_id = "Z0SHARED" }
  }

  assert {
    condition     = length(aws_route53_zone.this) == 0 && length(aws_route53_record.caa) == 0 && length(aws_route53_record.delegation) == 0 && length(aws_route53_record.certificate) == 0 && aws_ssm_parameter.contract["zone-id"].value == "Z0SHARED"
    error_message = "One Region makes the zone and its records, and the others use it."
  }

  assert {
    condition     = length(aws_acm_certificate_validation.this) == 1
    error_message = "Each Region has a certificate of its own."
  }
}

run "has_a_zone_of_its_own" {
  command = plan

  variables {
    regions = ["eu-west-1", "us-east-1"]
    dns     = { domain = "acme.example", per_placement = true, delegated = true }
  }

  assert {
    condition     = aws_route53_zone.this[0].name == "prod-use1.acme.example"
    error_message = "The zone is named after the placement."
  }
}

run "refuses_a_zone_that_every_region_would_make" {
  command = plan

  variables {
    regions = ["eu-west-1", "us-east-1"]
    dns     = { domain = "acme.example" }
  }

  expect_failures = [var.dns]
}

run "refuses_a_home_without_a_platform" {
  command = plan

  variables {
    dns = { domain = "acme.example", home_region = "ap-south-1" }
  }

  expect_failures = [var.dns]
}

run "refuses_to_be_without_a_certificate" {
  command = plan

  variables {
    dns          = null
    certificates = [{ arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1" }]
  }

  expect_failures = [var.load_balancer]
}

run "takes_the_certificate_of_its_region" {
  command = plan

  variables {
    dns = null
    certificates = [
      { arn = "arn:aws:acm:eu-west-1:111122223333:certificate/1" },
      { arn = "arn:aws:acm:us-east-1:111122223333:certificate/2" },
    ]
  }

  assert {
    condition     = aws_lb_listener.https[0].certificate_arn == "arn:aws:acm:us-east-1:111122223333:certificate/2" && length(aws_acm_certificate.this) == 0 && length(aws_route53_zone.this) == 0
    error_message = "A given certificate is used."
  }
}

run "faces_the_internet_when_asked" {
  command = apply

  variables {
    nat           = "none"
    load_balancer = { internet_facing = true, access_logs = true, waf = true, idle_timeout = 120 }
  }

  assert {
    condition     = !aws_lb.this[0].internal && toset(aws_lb.this[0].subnets) == toset([for subnet in aws_subnet.public : subnet.id]) && length(aws_nat_gateway.this) == 0 && length(aws_internet_gateway.this) == 1
    error_message = "The load balancer alone is in the public subnets."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.https : rule.cidr_ipv4 == "0.0.0.0/0"])
    error_message = "Everybody reaches it."
  }

  assert {
    condition     = aws_lb.this[0].access_logs[0].enabled && aws_s3_bucket_public_access_block.access_logs[0].restrict_public_buckets && aws_s3_bucket_lifecycle_configuration.access_logs[0].rule[0].expiration[0].days == 365
    error_message = "Its access logs are kept for a year in production, and from the public."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.access_logs[0].policy).Statement[0].Principal == { Service = "logdelivery.elasticloadbalancing.amazonaws.com" } && jsondecode(aws_s3_bucket_policy.access_logs[0].policy).Statement[1].Effect == "Deny"
    error_message = "Load balancers write to the bucket, over encrypted connections."
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == aws_wafv2_web_acl.this[0].arn && toset([for rule in aws_wafv2_web_acl.this[0].rule : rule.name]) == toset(["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"])
    error_message = "AWS's rules look at each request."
  }
}

run "takes_the_web_acl_of_the_organisation" {
  command = plan

  variables {
    load_balancer = { web_acl_arn = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/acme/1", client_ranges = ["10.0.0.0/8"] }
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/acme/1" && length(aws_wafv2_web_acl.this) == 0
    error_message = "A given web ACL is used."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.https : rule.cidr_ipv4][0] == "10.0.0.0/8" && length(aws_vpc_security_group_ingress_rule.https) == 1
    error_message = "Those who are named reach it."
  }
}

run "refuses_two_web_acls" {
  command = plan

  variables {
    load_balancer = { waf = true, web_acl_arn = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/acme/1" }
  }

  expect_failures = [var.load_balancer]
}
