mock_provider "aws" {
  override_data {
    target = data.aws_ssm_parameter.kms_key_arn
    values = { value = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
  }

  override_data {
    target = data.aws_ssm_parameter.alarm_topic_arn
    values = { value = "arn:aws:sns:us-east-1:111122223333:platform-alarms" }
  }

  override_data {
    target = data.aws_ssm_parameter.vpc_id
    values = { value = "vpc-1" }
  }

  override_data {
    target = data.aws_ssm_parameter.subnet_ids
    values = { value = "subnet-1,subnet-2" }
  }

  override_data {
    target = data.aws_ssm_parameter.zone_id
    values = { value = "Z0123456789ABCDEFGHIJ" }
  }

  override_data {
    target = data.aws_ssm_parameter.service_network_arn
    values = { value = "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0" }
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
    target = data.aws_partition.current
    values = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  override_data {
    target = data.aws_caller_identity.current
    values = { account_id = "111122223333" }
  }

  override_data {
    target = data.aws_organizations_organization.current
    values = { id = "o-a1b2c3d4e5" }
  }

  override_resource {
    target = aws_lambda_function.this
    values = {
      arn     = "arn:aws:lambda:us-east-1:111122223333:function:orders-prod-use1"
      version = "7"
    }
  }

  override_resource {
    target = aws_acm_certificate.this
    values = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"
      domain_validation_options = [{
        domain_name           = "orders.acme.example"
        resource_record_name  = "_1.orders.acme.example."
        resource_record_type  = "CNAME"
        resource_record_value = "_2.acm-validations.aws."
      }]
    }
  }

  mock_resource "aws_sqs_queue" {
    defaults = {
      arn = "arn:aws:sqs:us-east-1:111122223333:orders-prod-use1-failures"
    }
  }

  mock_resource "aws_apigatewayv2_api" {
    defaults = {
      id            = "a1b2c3d4e5"
      api_endpoint  = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"
      execution_arn = "arn:aws:execute-api:us-east-1:111122223333:a1b2c3d4e5"
    }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:111122223333:log-group:/soa/orders-prod-use1"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::111122223333:role/soa/orders-prod-use1"
    }
  }

  mock_resource "aws_vpclattice_target_group" {
    defaults = {
      arn = "arn:aws:vpc-lattice:us-east-1:111122223333:targetgroup/tg-0123456789abcdef0"
    }
  }

  mock_resource "aws_vpclattice_service" {
    defaults = {
      arn       = "arn:aws:vpc-lattice:us-east-1:111122223333:service/svc-0123456789abcdef0"
      dns_entry = [{ domain_name = "orders.7d67968.vpc-lattice-svcs.us-east-1.on.aws", hosted_zone_id = "Z1" }]
    }
  }
}

variables {
  service     = "orders"
  key         = "prod-use1"
  environment = "prod"
  region      = "us-east-1"
  production  = true
  image       = "444455556666.dkr.ecr.{region}.amazonaws.com/shop/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "is_safe_by_default" {
  assert {
    condition     = aws_lambda_function.this.kms_key_arn == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000"
    error_message = "Environment variables are encrypted with the platform's key."
  }

  assert {
    condition = alltrue([
      for group in [aws_cloudwatch_log_group.this, aws_cloudwatch_log_group.access[0]] :
      group.kms_key_id == "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" && group.retention_in_days == 365
    ])
    error_message = "Both logs are encrypted with the platform's key and kept for a year in production."
  }

  assert {
    condition     = aws_apigatewayv2_route.default[0].authorization_type == "AWS_IAM"
    error_message = "Nobody calls the API without a signature, unless it is said so."
  }

  assert {
    condition     = aws_apigatewayv2_stage.default[0].default_route_settings[0].throttling_rate_limit == 100 && aws_apigatewayv2_stage.default[0].default_route_settings[0].throttling_burst_limit == 200
    error_message = "The API is throttled."
  }

  assert {
    condition     = jsondecode(aws_apigatewayv2_stage.default[0].access_log_settings[0].format).caller == "$context.identity.userArn"
    error_message = "The access log is in JSON and says who called."
  }

  assert {
    condition     = startswith(aws_cloudwatch_log_group.access[0].name, "/aws/vendedlogs/")
    error_message = "Elsewhere the access logs of many services would not fit into the account's policy."
  }

  assert {
    condition     = aws_lambda_function.this.logging_config[0].log_format == "JSON" && aws_lambda_function.this.logging_config[0].log_group == "/soa/orders-prod-use1"
    error_message = "The function logs in JSON, into its own group."
  }

  assert {
    condition     = aws_lambda_function.this.tracing_config[0].mode == "Active" && contains(keys(aws_iam_role_policy.this), "trace")
    error_message = "Requests are traced, and the function may do so."
  }

  assert {
    condition     = aws_lambda_function.this.architectures == tolist(["arm64"]) && aws_lambda_function.this.reserved_concurrent_executions == -1
    error_message = "It runs on what costs less, and reserves nothing of what the account has."
  }

  assert {
    condition     = length(aws_security_group.this) == 0 && length(aws_lambda_function.this.vpc_config) == 0 && !contains(keys(aws_iam_role_policy.this), "attach-to-vpc")
    error_message = "It is in no VPC, and may attach itself to none."
  }

  assert {
    condition     = length(aws_sqs_queue.failures) == 0 && length(aws_lambda_function_event_invoke_config.this) == 0
    error_message = "A function that is called has no failed events."
  }

  assert {
    condition     = length(aws_lambda_function_url.this) == 0 && length(aws_vpclattice_service.this) == 0
    error_message = "It is called through its API, and in no other way."
  }
}

run "takes_the_image_of_its_own_region" {
  assert {
    condition     = aws_lambda_function.this.package_type == "Image" && startswith(aws_lambda_function.this.image_uri, "444455556666.dkr.ecr.us-east-1.amazonaws.com/shop/orders@sha256:")
    error_message = "{region} stands for the placement's Region."
  }
}

run "takes_a_zip" {
  variables {
    image = null
    zip = {
      bucket  = "acme-artifacts-{region}"
      key     = "orders/1.zip"
      version = "3HL4kqtJvjVBH40Nrjfkd"
      handler = "index.handler"
      runtime = "nodejs22.x"
    }
    architecture = "x86_64"
  }

  assert {
    condition = alltrue([
      aws_lambda_function.this.package_type == "Zip",
      aws_lambda_function.this.s3_bucket == "acme-artifacts-us-east-1",
      aws_lambda_function.this.s3_object_version == "3HL4kqtJvjVBH40Nrjfkd",
      aws_lambda_function.this.handler == "index.handler",
      aws_lambda_function.this.architectures == tolist(["x86_64"]),
    ])
    error_message = "A zip is taken from the bucket of the Region, in the version that is named."
  }
}

run "calls_the_alias_and_no_version" {
  assert {
    condition     = aws_lambda_function.this.publish && endswith(aws_apigatewayv2_integration.this[0].integration_uri, ":function:orders-prod-use1:live/invocations")
    error_message = "Versions are published, and the API calls the alias."
  }

  assert {
    condition     = aws_lambda_permission.api[0].qualifier == "live" && aws_lambda_permission.api[0].source_arn == "arn:aws:execute-api:us-east-1:111122223333:a1b2c3d4e5/*"
    error_message = "This API alone may call the alias, and nothing but the alias."
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.FunctionVersion == "7" && !can(jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.UpdatePolicy)
    error_message = "The alias is the newest version at once."
  }

  assert {
    condition     = length(aws_codedeploy_app.this) == 0 && length(aws_iam_role.deployment) == 0
    error_message = "CodeDeploy is not there where it does nothing."
  }
}

run "moves_requests_by_canary" {
  variables {
    deployment = { strategy = "canary", percent = 5, minutes = 15 }
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.UpdatePolicy.CodeDeployLambdaAliasUpdate == { ApplicationName = "soa-orders-prod-use1", DeploymentGroupName = "live" }
    error_message = "CloudFormation has CodeDeploy move the alias."
  }

  assert {
    condition     = aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].time_based_canary[0].percentage == 5 && aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].time_based_canary[0].interval == 15
    error_message = "As many requests for as long as it is set."
  }

  assert {
    condition     = aws_codedeploy_deployment_group.this[0].alarm_configuration[0].alarms == toset(["orders-prod-use1-errors", "orders-prod-use1-new-version"]) && contains(aws_codedeploy_deployment_group.this[0].auto_rollback_configuration[0].events, "DEPLOYMENT_STOP_ON_ALARM")
    error_message = "Alarms stop a deployment, and it goes back."
  }

  assert {
    condition     = alltrue([for query in aws_cloudwatch_metric_alarm.new_version[0].metric_query : query.metric[0].dimensions.ExecutedVersion == "7" if length(query.metric) > 0])
    error_message = "The new version is watched by itself."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.deployment[0].policy).Statement[0].Resource == ["arn:aws:lambda:us-east-1:111122223333:function:orders-prod-use1", "arn:aws:lambda:us-east-1:111122223333:function:orders-prod-use1:*"]
    error_message = "CodeDeploy moves the alias of this function only."
  }

  assert {
    condition     = aws_cloudformation_stack.live.timeouts.update == "45m"
    error_message = "The apply waits for the whole deployment."
  }
}

run "moves_requests_in_steps" {
  variables {
    deployment = { strategy = "linear", percent = 30, minutes = 10 }
  }

  assert {
    condition     = aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].type == "TimeBasedLinear" && aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].time_based_linear[0].percentage == 30
    error_message = "So many requests more with each step."
  }

  assert {
    condition     = aws_cloudformation_stack.live.timeouts.update == "70m"
    error_message = "The apply waits for all four steps."
  }
}

run "holds_requests_at_a_weight" {
  variables {
    deployment = { strategy = "weighted", percent = 20, stable_version = "6" }
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.FunctionVersion == "6" && jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.RoutingConfig.AdditionalVersionWeights == [{ FunctionVersion = "7", FunctionWeight = 0.2 }]
    error_message = "A fifth goes to the newest version, and the others to the stable one."
  }

  assert {
    condition     = length(aws_codedeploy_app.this) == 0
    error_message = "Nothing moves by itself."
  }
}

run "goes_back_to_a_version_at_once" {
  variables {
    deployment = { strategy = "weighted", percent = 0, stable_version = "6" }
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.FunctionVersion == "6" && !can(jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.RoutingConfig)
    error_message = "Nothing goes to the newest version."
  }
}

run "refuses_a_stable_version_that_is_none" {
  command = plan

  variables {
    deployment = { strategy = "weighted", percent = 20, stable_version = "8" }
  }

  expect_failures = [aws_cloudformation_stack.live]
}

run "refuses_to_weigh_without_a_stable_version" {
  command = plan

  variables {
    deployment = { strategy = "weighted" }
  }

  expect_failures = [var.deployment]
}

run "refuses_a_deployment_that_outlives_its_run" {
  command = plan

  variables {
    deployment = { strategy = "linear", percent = 10, minutes = 6 }
  }

  expect_failures = [var.deployment]
}

run "keeps_instances_warm" {
  variables {
    provisioned_concurrency = 5
    reserved_concurrency    = 20
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.live.template_body).Resources.Live.Properties.ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions == 5 && aws_lambda_function.this.reserved_concurrent_executions == 20
    error_message = "Instances of the alias are kept warm, out of those that are reserved."
  }
}

run "refuses_to_keep_more_warm_than_it_reserves" {
  command = plan

  variables {
    provisioned_concurrency = 5
    reserved_concurrency    = 4
  }

  expect_failures = [aws_lambda_function.this]
}

run "refuses_a_variable_that_is_a_secret_too" {
  command = plan

  variables {
    secrets               = { DATABASE = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf" }
    environment_variables = { DATABASE = "postgres://db" }
  }

  expect_failures = [var.secrets]
}

run "refuses_more_variables_than_lambda_takes" {
  command = plan

  variables {
    environment_variables = { TEXT = join("", [for number in range(1000) : "注文"]) }
  }

  expect_failures = [aws_lambda_function.this]
}

run "counts_what_is_called_and_secret_among_them" {
  command = plan

  variables {
    environment_variables = { TEXT = join("", [for number in range(1000) : "four"]) }
    secrets               = { DATABASE = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-password-of-the-one-and-only-AbCdEf" }
  }

  expect_failures = [aws_lambda_function.this]
}

run "may_do_no_more_than_it_needs" {
  variables {
    secrets = { DATABASE = "arn:aws:secretsmanager:{region}:111122223333:secret:orders/database-AbCdEf" }
  }

  assert {
    condition     = jsondecode(aws_iam_role.function.assume_role_policy).Statement == [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" } }]
    error_message = "Lambda takes on the role, and nobody else."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy.this)) == toset(["read-secrets", "trace", "use-key", "write-log"])
    error_message = "The code logs, traces, and reads its secrets."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["read-secrets"].policy).Statement[0].Resource == ["arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf"]
    error_message = "It reads its own secrets only."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables["DATABASE"] == "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf"
    error_message = "The code is told where its secret is."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables == tomap({ DATABASE = "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-AbCdEf" })
    error_message = "It is told where its secret is, and not what it is."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["write-log"].policy).Statement[0].Resource == "arn:aws:logs:us-east-1:111122223333:log-group:/soa/orders-prod-use1:*"
    error_message = "It writes to its own log."
  }

  assert {
    condition     = contains(jsondecode(aws_iam_role_policy.this["use-key"].policy).Statement[0].Condition.StringEquals["kms:ViaService"], "lambda.us-east-1.amazonaws.com")
    error_message = "It uses the key through services only."
  }
}

run "bounds_its_roles" {
  variables {
    permissions_boundary = "arn:aws:iam::111122223333:policy/soa/boundary"
    deployment           = { strategy = "canary" }
  }

  assert {
    condition     = aws_iam_role.function.permissions_boundary == var.permissions_boundary && aws_iam_role.deployment[0].permissions_boundary == var.permissions_boundary
    error_message = "Both roles have the boundary."
  }

  assert {
    condition     = aws_iam_role.function.path == "/soa/" && aws_iam_role.function.name == "orders-prod-use1-function"
    error_message = "Roles are named after the placement, below /soa/."
  }
}

run "calls_others_through_lattice_from_the_vpc" {
  variables {
    consumes = [
      { component = "component:default/stock-levels", name = "stock-levels", url = "https://stock.example", lattice_service_arn = "arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1" },
      { component = "component:default/mail", name = "mail", url = "https://mail.example" },
    ]
    egress_ports = [5432]
  }

  override_data {
    target = data.aws_ec2_managed_prefix_list.lattice
    values = { id = "pl-1" }
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables == tomap({ STOCK_LEVELS_URL = "https://stock.example", MAIL_URL = "https://mail.example" })
    error_message = "The code is told where others are."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["call-services"].policy).Statement[0] == { Effect = "Allow", Action = "vpc-lattice-svcs:Invoke", Resource = ["arn:aws:vpc-lattice:us-east-1:444455556666:service/svc-1/*"] }
    error_message = "It may call what it consumes, and nothing else."
  }

  assert {
    condition     = aws_lambda_function.this.vpc_config[0].subnet_ids == toset(["subnet-1", "subnet-2"]) && aws_vpc_security_group_egress_rule.lattice[0].prefix_list_id == "pl-1"
    error_message = "VPC Lattice is reached from the platform's private subnets."
  }

  assert {
    condition     = toset([for rule in aws_vpc_security_group_egress_rule.vpc : "${rule.cidr_ipv4} ${rule.from_port}"]) == toset(["10.1.0.0/16 5432", "100.64.0.0/16 5432"])
    error_message = "It reaches further ports within the VPC only."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["attach-to-vpc"].policy).Statement[1].Condition.ArnEquals["lambda:SourceFunctionArn"] == "arn:aws:lambda:us-east-1:111122223333:function:orders-prod-use1"
    error_message = "Its code makes no network interfaces itself."
  }
}

run "has_no_way_in_from_the_network" {
  command = plan

  variables {
    vpc = true
  }

  override_resource {
    target = aws_security_group.this
    values = { ingress = [] }
  }

  assert {
    condition     = length(aws_security_group.this[0].ingress) == 0 && aws_security_group.this[0].name_prefix == "soa-orders-prod-use1-"
    error_message = "Nothing comes in through the security group."
  }
}

run "is_called_by_its_host_in_the_nearest_region" {
  variables {
    host    = "orders.acme.example"
    regions = ["eu-west-1", "us-east-1"]
  }

  assert {
    condition     = aws_apigatewayv2_api.this[0].disable_execute_api_endpoint && output.url == "https://orders.acme.example"
    error_message = "People call it by its host, and by no other name."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.host : record.set_identifier == "prod-use1" && record.latency_routing_policy[0].region == "us-east-1" && record.health_check_id != null])
    error_message = "DNS sends people to the nearest Region that is well."
  }

  assert {
    condition     = toset(keys(aws_route53_record.host)) == toset(["A", "AAAA"])
    error_message = "By IPv4 and by IPv6."
  }

  assert {
    condition     = aws_apigatewayv2_domain_name.this[0].domain_name_configuration[0].security_policy == "TLS_1_2" && aws_acm_certificate.this[0].validation_method == "DNS" && aws_route53_record.certificate["orders.acme.example"].allow_overwrite
    error_message = "It has a certificate of its own, whose record all Regions share."
  }

  assert {
    condition     = aws_route53_health_check.this[0].cloudwatch_alarm_name == "orders-prod-use1-5xx" && aws_route53_health_check.this[0].cloudwatch_alarm_region == "us-east-1"
    error_message = "A Region that answers with errors is not well."
  }
}

run "has_a_host_in_each_environment" {
  variables {
    host = "orders.{environment}.acme.example"
  }

  assert {
    condition     = aws_apigatewayv2_domain_name.this[0].domain_name == "orders.prod.acme.example" && aws_route53_record.host["A"].name == "orders.prod.acme.example"
    error_message = "{environment} stands for the environment."
  }
}

run "needs_no_health_check_in_one_region" {
  variables {
    host    = "orders.acme.example"
    regions = ["us-east-1"]
  }

  assert {
    condition     = length(aws_route53_health_check.this) == 0
    error_message = "With one Region there is no other to send people to."
  }
}

run "asks_for_tokens" {
  variables {
    authorization = "jwt"
    jwt           = { issuer = "https://login.acme.example/", audience = ["orders"] }
  }

  assert {
    condition     = aws_apigatewayv2_route.default[0].authorization_type == "JWT" && aws_apigatewayv2_authorizer.jwt[0].jwt_configuration[0].audience == toset(["orders"])
    error_message = "The API takes tokens of this issuer for this audience."
  }
}

run "refuses_jwt_without_an_issuer" {
  command = plan

  variables {
    authorization = "jwt"
  }

  expect_failures = [var.jwt]
}

run "has_a_url_for_signed_calls" {
  variables {
    endpoint = "function-url"
    callers  = ["444455556666"]
  }

  assert {
    condition     = aws_lambda_function_url.this[0].authorization_type == "AWS_IAM" && aws_lambda_function_url.this[0].qualifier == "live"
    error_message = "The URL calls the alias, and for who signs."
  }

  assert {
    condition     = aws_lambda_permission.url["444455556666"].function_url_auth_type == "AWS_IAM" && aws_lambda_permission.invoke["444455556666"].invoked_via_function_url
    error_message = "Another account calls the URL, and nothing but the URL."
  }

  assert {
    condition     = length(aws_apigatewayv2_api.this) == 0
    error_message = "There is no API beside it."
  }
}

run "keeps_what_has_failed" {
  variables {
    endpoint = "none"
  }

  assert {
    condition     = aws_sqs_queue.failures[0].kms_master_key_id == aws_lambda_function.this.kms_key_arn && aws_lambda_function_event_invoke_config.this[0].destination_config[0].on_failure[0].destination == "arn:aws:sqs:us-east-1:111122223333:orders-prod-use1-failures"
    error_message = "Events that have failed go to an encrypted queue."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_policy.failures[0].policy).Statement[0].Effect == "Deny"
    error_message = "The queue takes nothing that is not encrypted on its way."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["send-failures"].policy).Statement[0] == { Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:us-east-1:111122223333:orders-prod-use1-failures" }
    error_message = "The function may send to this queue."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.failures) == 1 && output.url == null
    error_message = "An alarm tells of them, and nobody calls the function."
  }
}

run "sends_what_has_failed_elsewhere" {
  variables {
    endpoint = "none"
    async    = { retries = 0, failures = "arn:aws:sns:us-east-1:111122223333:failures" }
  }

  assert {
    condition     = length(aws_sqs_queue.failures) == 0 && jsondecode(aws_iam_role_policy.this["send-failures"].policy).Statement[0] == { Effect = "Allow", Action = "sns:Publish", Resource = "arn:aws:sns:us-east-1:111122223333:failures" }
    error_message = "The topic that is named gets them."
  }
}

run "is_offered_through_lattice" {
  variables {
    endpoint = "none"
    lattice  = true
  }

  assert {
    condition     = aws_vpclattice_service.this[0].auth_type == "AWS_IAM" && jsondecode(aws_vpclattice_auth_policy.this[0].policy).Statement[0].Condition == { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" }, ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/soa/*" } }
    error_message = "Services of the organisation may call it, by their roles."
  }

  assert {
    condition     = aws_vpclattice_target_group.this[0].type == "LAMBDA" && aws_vpclattice_target_group_attachment.this[0].target[0].id == "arn:aws:lambda:us-east-1:111122223333:function:orders-prod-use1:live"
    error_message = "VPC Lattice calls the alias."
  }

  assert {
    condition     = aws_vpclattice_listener.this[0].protocol == "HTTPS" && aws_vpclattice_service_network_service_association.this[0].service_network_identifier == "arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0"
    error_message = "It is on the platform's service network, with TLS."
  }

  assert {
    condition     = aws_lambda_permission.lattice[0].source_arn == "arn:aws:vpc-lattice:us-east-1:111122223333:targetgroup/tg-0123456789abcdef0" && aws_lambda_permission.lattice[0].qualifier == "live"
    error_message = "Its own target group may call it."
  }

  assert {
    condition     = output.url == "https://orders.7d67968.vpc-lattice-svcs.us-east-1.on.aws" && output.lattice_service_arn == aws_vpclattice_service.this[0].arn
    error_message = "Others learn where it is."
  }

  assert {
    condition     = length(aws_sqs_queue.failures) == 0
    error_message = "Who calls through VPC Lattice waits for the answer."
  }
}

run "tells_the_platform_team" {
  assert {
    condition = alltrue([
      for alarm in [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.throttles, aws_cloudwatch_metric_alarm.duration, aws_cloudwatch_metric_alarm.server_errors[0]] :
      alarm.alarm_actions == toset(["arn:aws:sns:us-east-1:111122223333:platform-alarms"])
    ])
    error_message = "Alarms go to the platform's topic."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.duration.threshold == 8000 && aws_cloudwatch_metric_alarm.throttles.dimensions == tomap({ FunctionName = "orders-prod-use1", Resource = "orders-prod-use1:live" })
    error_message = "They watch the alias, and its slowest hundredth against the timeout."
  }
}

run "tells_nobody_where_there_is_no_topic" {
  variables {
    alarm_notifications = false
  }

  assert {
    condition     = length(data.aws_ssm_parameter.alarm_topic_arn) == 0 && length(aws_cloudwatch_metric_alarm.errors.alarm_actions) == 0
    error_message = "The topic is not asked for."
  }
}

run "shortens_names_that_aws_cannot_take" {
  variables {
    service = "a-service-with-a-name-ok"
    key     = "a-long-environment-name-usgw1-111122223333"
    lattice = true
    async   = {}
  }

  assert {
    condition     = length(aws_lambda_function.this.function_name) <= 64 && length(aws_iam_role.function.name) <= 64 && length(aws_sqs_queue.failures[0].name) <= 80
    error_message = "Functions and roles take 64 characters, queues 80."
  }

  assert {
    condition     = length(aws_vpclattice_service.this[0].name) <= 40 && can(regex("^[a-z0-9][a-z0-9-]*[a-z0-9]$", aws_vpclattice_service.this[0].name)) && !strcontains(aws_vpclattice_service.this[0].name, "--")
    error_message = "VPC Lattice takes 40."
  }
}

run "refuses_a_tag" {
  command = plan

  variables {
    image = "444455556666.dkr.ecr.us-east-1.amazonaws.com/orders:latest"
  }

  expect_failures = [var.image]
}

run "refuses_an_image_of_another_region" {
  command = plan

  variables {
    image = "444455556666.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  }

  expect_failures = [aws_lambda_function.this]
}

run "refuses_to_be_without_code" {
  command = plan

  variables {
    image = null
  }

  expect_failures = [aws_lambda_function.this]
}

run "refuses_a_variable_that_is_lambdas_own" {
  command = plan

  variables {
    environment_variables = { AWS_REGION = "eu-west-1" }
  }

  expect_failures = [var.environment_variables]
}

run "refuses_all_secrets_at_once" {
  command = plan

  variables {
    secrets = { ALL = "arn:aws:secretsmanager:us-east-1:111122223333:secret:*" }
  }

  expect_failures = [var.secrets]
}

run "refuses_a_host_without_an_api" {
  command = plan

  variables {
    endpoint = "none"
    host     = "orders.acme.example"
  }

  expect_failures = [var.host]
}

run "refuses_what_an_administrator_may" {
  command = plan

  variables {
    policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  }

  expect_failures = [var.policy_arns]
}

run "refuses_memory_that_lambda_does_not_offer" {
  command = plan

  variables {
    memory = 64
  }

  expect_failures = [var.memory]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment             = "Prod"
    regions                 = ["Virginia"]
    permissions_boundary    = "bounds"
    code_signing_config_arn = "signed"
    consumes                = [{ component = "component:default/pay", name = "pay", url = "pay.acme.example" }]
  }

  expect_failures = [var.environment, var.regions, var.permissions_boundary, var.code_signing_config_arn, var.consumes]
}
