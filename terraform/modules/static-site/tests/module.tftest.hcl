mock_provider "aws" {
  override_data {
    target = data.aws_ssm_parameter.zone_id
    values = { value = "ZPLATFORM" }
  }

  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.alarm_topic_arn
    values = { value = "arn:aws:sns:us-east-1:111122223333:alarms" }
  }

  override_data {
    target = data.aws_route53_zone.platform
    values = { name = "prod.acme.example" }
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
    target = data.aws_caller_identity.current
    values = { account_id = "111122223333" }
  }

  override_resource {
    target = aws_s3_bucket.this
    values = { arn = "arn:aws:s3:::site", bucket_regional_domain_name = "site.s3.us-east-1.amazonaws.com" }
  }

  override_resource {
    target = aws_cloudfront_distribution.this
    values = { arn = "arn:aws:cloudfront::111122223333:distribution/E1", id = "E1", domain_name = "d1.cloudfront.net", hosted_zone_id = "Z2FDTNDATAQYW2" }
  }

  override_resource {
    target = aws_cloudfront_function.paths
    values = { arn = "arn:aws:cloudfront::111122223333:function/paths" }
  }

  override_resource {
    target = aws_cloudfront_origin_access_control.this
    values = { id = "E2OAC" }
  }

  override_resource {
    target = aws_ssm_parameter.site
    values = { arn = "arn:aws:ssm:us-east-1:111122223333:parameter/soa/sites/storefront-prod-global" }
  }

  override_resource {
    target = aws_wafv2_web_acl.this
    values = { arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1" }
  }

  override_resource {
    target = aws_cloudwatch_log_group.access
    values = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/soa/storefront-prod-global" }
  }

  override_resource {
    target = aws_cloudwatch_log_delivery_destination.access
    values = { arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:site" }
  }

  override_resource {
    target = aws_acm_certificate.this
    values = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
      domain_validation_options = [{
        domain_name           = "www.acme.example"
        resource_record_name  = "_1.www.acme.example"
        resource_record_type  = "CNAME"
        resource_record_value = "_2.acm-validations.aws"
      }]
    }
  }
}

variables {
  service     = "storefront"
  key         = "prod-global"
  environment = "prod"
  production  = true
}

run "is_safe_by_default" {
  command = apply

  assert {
    condition = (
      aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy &&
      aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets &&
      aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    )
    error_message = "The bucket is nobody's but the account's."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "The bucket is encrypted."
  }

  assert {
    condition     = aws_s3_bucket.this.bucket == "storefront-prod-global-111122223333-us-east-1" && !aws_s3_bucket.this.force_destroy
    error_message = "The bucket is named after account and Region, and in production not deleted with something in it."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 90
    error_message = "Old versions are kept for some time."
  }

  assert {
    condition = {
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Sid => statement.Condition if statement.Effect == "Deny"
      } == {
      NobodyWithoutTls12 = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
      NobodyWithoutTls   = { Bool = { "aws:SecureTransport" = "false" } }
    }
    error_message = "Nobody reads without TLS 1.2."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Principal == { Service = "cloudfront.amazonaws.com" } && statement.Condition.StringEquals["AWS:SourceArn"] == "arn:aws:cloudfront::111122223333:distribution/E1"
      if statement.Effect == "Allow"
    ])
    error_message = "Nobody reads the bucket but this site's distribution."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.this.origin).origin_access_control_id == "E2OAC" && aws_cloudfront_origin_access_control.this.signing_behavior == "always"
    error_message = "CloudFront signs what it asks of the bucket."
  }

  assert {
    condition = (
      aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https" &&
      aws_cloudfront_distribution.this.default_cache_behavior[0].compress &&
      aws_cloudfront_distribution.this.default_cache_behavior[0].allowed_methods == toset(["GET", "HEAD", "OPTIONS"]) &&
      aws_cloudfront_distribution.this.http_version == "http2and3" && aws_cloudfront_distribution.this.is_ipv6_enabled
    )
    error_message = "People get HTTPS, by HTTP/2 or 3, compressed, and can write nothing."
  }

  assert {
    condition = (
      aws_cloudfront_response_headers_policy.this.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec == 31536000 &&
      aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_type_options[0].override &&
      aws_cloudfront_response_headers_policy.this.security_headers_config[0].frame_options[0].frame_option == "DENY" &&
      strcontains(aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_security_policy[0].content_security_policy, "default-src 'self'")
    )
    error_message = "Browsers are told of HTTPS, types, frames and sources."
  }

  assert {
    condition     = length(aws_iam_role.deploy) == 0 && length(aws_wafv2_web_acl.this) == 0 && length(aws_cloudwatch_log_delivery.access) == 0 && length(aws_route53_record.host) == 0
    error_message = "What is not asked for is not there."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].cloudfront_default_certificate && output.url == "https://d1.cloudfront.net"
    error_message = "Without a host name, the site has CloudFront's."
  }

  assert {
    condition     = jsondecode(aws_ssm_parameter.site.value) == { bucket = "storefront-prod-global-111122223333-us-east-1", distribution = "E1" }
    error_message = "The workflow finds the site."
  }
}

run "answers_folders_with_their_index" {
  command = plan

  assert {
    condition     = strcontains(aws_cloudfront_function.paths.code, "request.uri += \"index.html\"") && !strcontains(aws_cloudfront_function.paths.code, "request.uri = '/'")
    error_message = "A folder stands for its index document."
  }

  assert {
    condition     = strcontains(aws_cloudfront_function.paths.code, "value: './' + name + '/'")
    error_message = "A folder without its slash is sent to the one with it, and never to another host."
  }
}

run "answers_an_application_with_its_index" {
  command = plan

  variables {
    single_page    = true
    index_document = "app.html"
  }

  assert {
    condition     = strcontains(aws_cloudfront_function.paths.code, "request.uri = '/' + \"app.html\"") && !strcontains(aws_cloudfront_function.paths.code, "request.uri +=")
    error_message = "Every path without an ending is the application's."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_root_object == "app.html"
    error_message = "The root is, too."
  }
}

run "has_a_host_name" {
  command = apply

  variables {
    host = "www.{environment}.acme.example"
  }

  assert {
    condition = (
      aws_cloudfront_distribution.this.viewer_certificate[0].acm_certificate_arn == "arn:aws:acm:us-east-1:111122223333:certificate/1" &&
      aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2025" &&
      aws_cloudfront_distribution.this.viewer_certificate[0].ssl_support_method == "sni-only" &&
      aws_cloudfront_distribution.this.aliases == toset(["www.prod.acme.example"])
    )
    error_message = "The site has its own certificate, and TLS 1.2 or newer."
  }

  assert {
    condition     = aws_acm_certificate.this[0].region == "us-east-1" && aws_acm_certificate_validation.this[0].region == "us-east-1"
    error_message = "CloudFront takes certificates of us-east-1, wherever the bucket is."
  }

  assert {
    condition     = toset(keys(aws_route53_record.host)) == toset(["A", "AAAA"]) && alltrue([for record in aws_route53_record.host : record.zone_id == "ZPLATFORM" && record.alias[0].name == "d1.cloudfront.net"])
    error_message = "The name leads to the distribution, by IPv4 and IPv6."
  }

  assert {
    condition     = output.url == "https://www.prod.acme.example"
    error_message = "The site is seen under its name."
  }
}

run "has_its_name_in_the_platforms_zone" {
  command = plan

  variables {
    platform_host = true
  }

  assert {
    condition     = aws_acm_certificate.this[0].domain_name == "storefront.prod.acme.example" && aws_route53_record.host["AAAA"].name == "storefront.prod.acme.example" && output.url == "https://storefront.prod.acme.example"
    error_message = "Each environment's site has its own name, in the environment's zone."
  }
}

run "refuses_two_host_names" {
  command = plan

  variables {
    host          = "www.acme.example"
    platform_host = true
  }

  expect_failures = [var.platform_host]
}

run "takes_another_zone" {
  command = plan

  variables {
    host        = "www.acme.example"
    zone_id     = "ZOTHER"
    minimum_tls = "TLSv1.3_2025"
  }

  assert {
    condition     = length(data.aws_ssm_parameter.zone_id) == 0 && aws_route53_record.host["A"].zone_id == "ZOTHER" && aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.3_2025"
    error_message = "A given zone is asked of nobody."
  }
}

run "has_a_web_acl" {
  command = apply

  variables {
    waf = true
  }

  assert {
    condition     = aws_wafv2_web_acl.this[0].scope == "CLOUDFRONT" && aws_wafv2_web_acl.this[0].region == "us-east-1" && aws_cloudfront_distribution.this.web_acl_id == "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"
    error_message = "AWS WAF stands before the distribution."
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this[0].rule) == 4 && length(distinct([for rule in aws_wafv2_web_acl.this[0].rule : rule.priority])) == 4
    error_message = "It asks for addresses, known bad inputs and common attacks."
  }
}

run "takes_a_given_web_acl" {
  command = plan

  variables {
    web_acl_arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shared/1"
  }

  assert {
    condition     = length(aws_wafv2_web_acl.this) == 0 && aws_cloudfront_distribution.this.web_acl_id == var.web_acl_arn && output.web_acl_arn == var.web_acl_arn
    error_message = "A given one is taken."
  }
}

run "logs_to_cloudwatch" {
  command = apply

  variables {
    access_log = "cloudwatch"
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.access[0].retention_in_days == 365 && aws_cloudwatch_log_group.access[0].region == "us-east-1" &&
      aws_cloudwatch_log_group.access[0].kms_key_id == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000"
    )
    error_message = "The access log is encrypted with the platform's key and kept for a year in production."
  }

  assert {
    condition     = aws_cloudwatch_log_delivery_source.access[0].log_type == "ACCESS_LOGS" && aws_cloudwatch_log_delivery_destination.access[0].delivery_destination_configuration[0].destination_resource_arn == aws_cloudwatch_log_group.access[0].arn
    error_message = "CloudFront's log is delivered there."
  }
}

run "logs_to_s3" {
  command = apply

  variables {
    access_log            = "s3"
    access_log_bucket_arn = "arn:aws:s3:::acme-access-logs"
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.access) == 0 && aws_cloudwatch_log_delivery_destination.access[0].delivery_destination_configuration[0].destination_resource_arn == "arn:aws:s3:::acme-access-logs"
    error_message = "CloudFront's log is delivered to the bucket."
  }
}

run "is_deployed_from_one_branch_of_one_repository" {
  command = apply

  variables {
    github_repository    = "acme/storefront"
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/service-boundary"
  }

  assert {
    condition = (
      jsondecode(aws_iam_role.deploy[0].assume_role_policy).Statement[0].Condition == {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike = { "token.actions.githubusercontent.com:sub" = [
          "repo:acme/storefront:ref:refs/heads/main",
          "repo:acme@*/storefront@*:ref:refs/heads/main",
        ] }
      } &&
      jsondecode(aws_iam_role.deploy[0].assume_role_policy).Statement[0].Principal == { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
    )
    error_message = "Only the repository's branch takes on the role, with its numbers or without."
  }

  # What StringLike does: "*" is any characters.
  assert {
    condition = alltrue([
      for subject, may in {
        "repo:acme/storefront:ref:refs/heads/main"                    = true
        "repo:acme@1/storefront@2:ref:refs/heads/main"                = true
        "repo:acme/storefront:ref:refs/heads/other"                   = false
        "repo:acme@1/storefront@2:ref:refs/heads/main2"               = false
        "repo:acme@1/storefront@2:ref:refs/tags/main"                 = false
        "repo:acme@1/storefront@2:pull_request"                       = false
        "repo:acme@1/storefront@2:environment:production"             = false
        "repo:acme@1/storefront-2@3:ref:refs/heads/main"              = false
        "repo:acme2@1/storefront@2:ref:refs/heads/main"               = false
        "repo:evil/acme@1/storefront@2:ref:refs/heads/main"           = false
        "repo:acme@1/evil@2:ref:refs/heads/storefront@2"              = false
        "repo:acme@1/evil@2:environment:storefront@2:refs/heads/main" = false
      } :
      anytrue([
        for pattern in jsondecode(aws_iam_role.deploy[0].assume_role_policy).Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"] :
        can(regex("^${replace(replace(pattern, ".", "\\."), "*", ".*")}$", subject))
      ]) == may
    ])
    error_message = "The right subjects may deploy, and wrong ones may not."
  }

  assert {
    condition     = aws_iam_role.deploy[0].path == "/soa/" && aws_iam_role.deploy[0].name == "storefront-prod-global-deploy" && aws_iam_role.deploy[0].permissions_boundary == var.permissions_boundary
    error_message = "The role is named after the placement, and bounded."
  }

  assert {
    condition = {
      for statement in jsondecode(aws_iam_role_policy.deploy[0].policy).Statement : statement.Resource => statement.Action
      } == {
      "arn:aws:ssm:us-east-1:111122223333:parameter/soa/sites/storefront-prod-global" = "ssm:GetParameter"
      "arn:aws:s3:::site"                                                             = "s3:ListBucket"
      "arn:aws:s3:::site/*"                                                           = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      "arn:aws:cloudfront::111122223333:distribution/E1"                              = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
    }
    error_message = "It changes this site's files, and nothing else."
  }
}

run "is_deployed_from_the_repository_of_these_numbers" {
  command = plan

  variables {
    github_repository        = "acme/storefront"
    github_repository_ids    = "123/456"
    github_branch            = "release"
    github_oidc_provider_arn = "arn:aws:iam::111122223333:oidc-provider/github.acme.example/_services/token"
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy[0].assume_role_policy).Statement[0].Condition == {
      StringEquals = { "github.acme.example/_services/token:aud" = "sts.amazonaws.com" }
      StringLike   = { "github.acme.example/_services/token:sub" = ["repo:acme@123/storefront@456:ref:refs/heads/release"] }
    }
    error_message = "With its numbers, no other repository of its name is trusted."
  }
}

run "tells_of_alarms" {
  command = plan

  variables {
    alarm_notifications = true
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.alarm_actions == toset(["arn:aws:sns:us-east-1:111122223333:alarms"]) && aws_cloudwatch_metric_alarm.errors.region == "us-east-1"
    error_message = "The alarm is where CloudFront measures, and is sent to the platform's topic."
  }
}

run "is_seen_where_it_may_be" {
  command = plan

  variables {
    denied_countries = ["AQ"]
    not_found_page   = "/404.html"
    price_class      = "PriceClass_All"
    production       = false
  }

  assert {
    condition     = aws_cloudfront_distribution.this.restrictions[0].geo_restriction[0].restriction_type == "blacklist" && aws_cloudfront_distribution.this.price_class == "PriceClass_All"
    error_message = "Countries can be left out."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.this.custom_error_response).response_code == 404 && one(aws_cloudfront_distribution.this.custom_error_response).response_page_path == "/404.html"
    error_message = "What is not there is said to be not there."
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "Outside production a site is let go of easily."
  }
}

run "shortens_names_that_aws_cannot_take" {
  command = plan

  variables {
    service           = "a-service-with-a-name-ok"
    key               = "a-long-environment-name-global-111122223333"
    github_repository = "acme/storefront"
    waf               = true
  }

  assert {
    condition     = length(aws_s3_bucket.this.bucket) <= 63 && endswith(aws_s3_bucket.this.bucket, "-111122223333-us-east-1") && length(aws_iam_role.deploy[0].name) <= 64
    error_message = "A bucket's name has at most 63 characters, a role's 64."
  }

  assert {
    condition     = length(aws_cloudfront_function.paths.name) <= 64 && length(aws_cloudfront_origin_access_control.this.name) <= 64 && length(aws_cloudwatch_metric_alarm.errors.alarm_name) <= 255
    error_message = "Names of CloudFront have at most 64 characters."
  }
}

run "refuses_both_kinds_of_countries" {
  command = plan

  variables {
    allowed_countries = ["JP"]
    denied_countries  = ["AQ"]
  }

  expect_failures = [var.denied_countries]
}

run "refuses_a_log_to_nowhere" {
  command = plan

  variables {
    access_log = "s3"
  }

  expect_failures = [var.access_log_bucket_arn]
}

run "refuses_old_tls" {
  command = plan

  variables {
    minimum_tls = "TLSv1.2_2021"
  }

  expect_failures = [var.minimum_tls]
}

run "refuses_a_policy_of_several_lines" {
  command = plan

  variables {
    content_security_policy = "default-src 'self';\nscript-src *"
  }

  expect_failures = [var.content_security_policy]
}

run "refuses_any_repository" {
  command = plan

  variables {
    github_repository = "acme/*"
  }

  expect_failures = [var.github_repository]
}

run "refuses_any_branch" {
  command = plan

  variables {
    github_repository = "acme/storefront"
    github_branch     = "*"
  }

  expect_failures = [var.github_branch]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment          = "Prod"
    permissions_boundary = "bounds"
  }

  expect_failures = [var.environment, var.permissions_boundary]
}
