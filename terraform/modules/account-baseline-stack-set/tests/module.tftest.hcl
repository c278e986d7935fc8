mock_provider "aws" {
  override_data {
    target = data.aws_region.current
    values = { region = "us-east-1" }
  }
}

variables {
  service                 = "account-bootstrap"
  key                     = "999988887777"
  environment             = "prod"
  organization            = "acme"
  project                 = "team-platform"
  organizational_unit_ids = ["ou-abcd-11112222", "ou-abcd-33334444"]
}

run "reaches_the_accounts_of_each_ou_and_those_that_join" {
  command = plan

  assert {
    condition = (
      aws_cloudformation_stack_set.this.permission_model == "SERVICE_MANAGED" && aws_cloudformation_stack_set.this.call_as == "SELF" &&
      aws_cloudformation_stack_set.this.capabilities == toset(["CAPABILITY_NAMED_IAM"])
    )
    error_message = "AWS Organizations says which accounts there are."
  }

  assert {
    condition     = aws_cloudformation_stack_set.this.auto_deployment[0].enabled && aws_cloudformation_stack_set.this.auto_deployment[0].retain_stacks_on_account_removal
    error_message = "New accounts bootstrap by themselves, and those that leave keep their roles."
  }

  assert {
    condition = alltrue([
      for unit in ["ou-abcd-11112222", "ou-abcd-33334444"] :
      aws_cloudformation_stack_set_instance.this[unit].deployment_targets[0].organizational_unit_ids == toset([unit]) &&
      aws_cloudformation_stack_set_instance.this[unit].deployment_targets[0].account_filter_type == null &&
      aws_cloudformation_stack_set_instance.this[unit].stack_set_instance_region == "us-east-1" &&
      aws_cloudformation_stack_set_instance.this[unit].retain_stack
    ])
    error_message = "Each OU stands for itself, in one Region, and nobody is locked out when it is taken away."
  }

  assert {
    condition     = aws_cloudformation_stack_set.this.managed_execution[0].active
    error_message = "The operations of several OUs queue."
  }
}

run "goes_slowly_and_stops_at_the_first_failure" {
  command = plan

  assert {
    condition = alltrue([
      for preferences in concat(aws_cloudformation_stack_set.this.operation_preferences, aws_cloudformation_stack_set_instance.this["ou-abcd-11112222"].operation_preferences) :
      preferences.failure_tolerance_percentage == 0 && preferences.max_concurrent_percentage == 10
    ]) && aws_cloudformation_stack_set_instance.this["ou-abcd-11112222"].operation_preferences[0].concurrency_mode == "STRICT_FAILURE_TOLERANCE"
    error_message = "No account may fail, unless somebody says so."
  }
}

run "goes_as_it_is_told" {
  command = plan

  variables {
    delegated_administrator      = true
    auto_deployment              = false
    retain_stacks                = false
    failure_tolerance_percentage = 20
    max_concurrent_percentage    = 50
    concurrency_mode             = "SOFT_FAILURE_TOLERANCE"
    excluded_accounts            = ["111122223333"]
    create_oidc_provider         = false
  }

  assert {
    condition     = aws_cloudformation_stack_set.this.call_as == "DELEGATED_ADMIN" && aws_cloudformation_stack_set_instance.this["ou-abcd-11112222"].call_as == "DELEGATED_ADMIN"
    error_message = "A delegated administrator says that it is one."
  }

  assert {
    condition = (
      aws_cloudformation_stack_set_instance.this["ou-abcd-11112222"].deployment_targets[0].account_filter_type == "DIFFERENCE" &&
      aws_cloudformation_stack_set_instance.this["ou-abcd-11112222"].deployment_targets[0].accounts == toset(["111122223333"])
    )
    error_message = "An account is left out."
  }

  assert {
    condition = (
      !aws_cloudformation_stack_set.this.auto_deployment[0].enabled && aws_cloudformation_stack_set.this.parameters.CreateProvider == "false" &&
      aws_cloudformation_stack_set.this.operation_preferences[0].failure_tolerance_percentage == 20 &&
      aws_cloudformation_stack_set_instance.this["ou-abcd-33334444"].operation_preferences[0].concurrency_mode == "SOFT_FAILURE_TOLERANCE"
    )
    error_message = "Settings reach the stack set."
  }
}

run "hands_names_on_as_parameters" {
  command = plan

  variables {
    project  = "eu team platform"
    hostname = "tfe.example.com"
  }

  assert {
    condition = aws_cloudformation_stack_set.this.parameters == tomap({
      Organization    = "acme"
      Project         = "eu team platform"
      BaselineService = "account-baseline"
      Hostname        = "tfe.example.com"
      Audience        = "aws.workload.identity"
      CreateProvider  = "true"
      PortalRoleName  = "backstage-soa-reader"
    })
    error_message = "Names are parameters, and never part of the template."
  }

  assert {
    condition     = toset(keys(yamldecode(aws_cloudformation_stack_set.this.template_body).Parameters)) == toset(keys(aws_cloudformation_stack_set.this.parameters))
    error_message = "The template has these parameters."
  }

  # CloudFormation refuses a value that does not match as a whole.
  assert {
    condition = alltrue([
      for name, parameter in yamldecode(aws_cloudformation_stack_set.this.template_body).Parameters :
      startswith(parameter.AllowedPattern, "^") && endswith(parameter.AllowedPattern, "$") &&
      can(regex(parameter.AllowedPattern, aws_cloudformation_stack_set.this.parameters[name])) &&
      !anytrue([for evil in ["a*b", "a?b", "a$${b}", "a\"b", "a\nb", "a\\b"] : can(regex(parameter.AllowedPattern, evil))])
      if name != "CreateProvider"
    ])
    error_message = "No parameter takes what would mean something in a policy."
  }
}

run "makes_the_roles_of_the_accounts_access_workspace" {
  command = plan

  assert {
    condition = alltrue([
      for name, phase in { PlanRole = "plan", ApplyRole = "apply" } :
      yamldecode(aws_cloudformation_stack_set.this.template_body).Resources[name].Properties.RoleName["Fn::Sub"] == "$${BaselineService}-$${AWS::AccountId}-${phase}" &&
      yamldecode(aws_cloudformation_stack_set.this.template_body).Resources[name].Properties.Path == "/soa/" &&
      endswith(
        jsondecode(yamldecode(aws_cloudformation_stack_set.this.template_body).Resources[name].Properties.AssumeRolePolicyDocument["Fn::Sub"]).Statement[0].Condition.StringEquals["$${Hostname}:sub"],
        ":workspace:$${BaselineService}-$${AWS::AccountId}:run_phase:${phase}",
      )
    ])
    error_message = "Each phase of the account's own workspace has its role."
  }

  assert {
    condition = alltrue([
      for name in ["ReadPolicy", "WritePolicy"] :
      length(jsonencode(yamldecode(aws_cloudformation_stack_set.this.template_body).Resources[name].Properties.PolicyDocument)) <= 6144
    ])
    error_message = "IAM ends a managed policy at 6144 characters."
  }

  assert {
    condition = one([
      for statement in yamldecode(aws_cloudformation_stack_set.this.template_body).Resources.WritePolicy.Properties.PolicyDocument.Statement : statement.Resource["Fn::Sub"]
      if contains(flatten([statement.Action]), "iam:CreateOpenIDConnectProvider")
    ]) == "arn:$${AWS::Partition}:iam::$${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com"
    error_message = "The access workspace makes GitHub's identity provider, and cannot touch the one by which it logs in."
  }

  assert {
    condition     = length(aws_cloudformation_stack_set.this.template_body) <= 51200
    error_message = "CloudFormation takes 51,200 bytes in a request."
  }
}

run "refuses_an_ou_that_is_none" {
  command = plan

  variables {
    organizational_unit_ids = ["Workloads"]
  }

  expect_failures = [var.organizational_unit_ids]
}

run "refuses_an_empty_list_of_ous" {
  command = plan

  variables {
    organizational_unit_ids = []
  }

  expect_failures = [var.organizational_unit_ids]
}

run "refuses_a_wildcard_as_project" {
  command = plan

  variables {
    project = "team-*"
  }

  expect_failures = [var.project]
}

run "refuses_half_a_percent" {
  command = plan

  variables {
    max_concurrent_percentage = 0.5
  }

  expect_failures = [var.max_concurrent_percentage]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment = "Prod"
  }

  expect_failures = [var.environment]
}
