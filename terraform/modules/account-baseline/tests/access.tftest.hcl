mock_provider "aws" {
  override_data {
    target = data.aws_partition.current
    values = { partition = "aws" }
  }

  override_data {
    target = data.aws_region.current
    values = { region = "us-east-1" }
  }
}

variables {
  service      = "account-baseline"
  key          = "111122223333"
  environment  = "prod"
  account      = "111122223333"
  workspace    = "acme/account-baseline-111122223333"
  organization = "acme"
  access = {
    orders-prod-use1   = { project = "team-shop", runtime = "ecs-fargate" }
    platform-prod-use1 = { project = "eu team platform", runtime = "platform" }
  }
}

run "lets_in_exactly_the_phases_of_the_workspaces" {
  command = plan

  assert {
    condition     = toset(keys(aws_iam_role.deploy)) == toset(["orders-prod-use1-plan", "orders-prod-use1-apply", "platform-prod-use1-plan", "platform-prod-use1-apply"])
    error_message = "Each workspace has a role to plan and a role to apply."
  }

  assert {
    condition     = alltrue([for name, role in aws_iam_role.deploy : role.path == "/soa/" && role.name == name])
    error_message = "They are named as the workspaces' variables name them."
  }

  assert {
    condition = jsondecode(aws_iam_role.deploy["platform-prod-use1-apply"].assume_role_policy) == {
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/app.terraform.io" }
        Condition = {
          StringEquals = {
            "app.terraform.io:aud" = "aws.workload.identity"
            "app.terraform.io:sub" = "organization:acme:project:eu team platform:workspace:platform-prod-use1:run_phase:apply"
          }
        }
      }]
    }
    error_message = "The trust is exact: audience, organization, project, workspace and phase."
  }

  assert {
    condition     = endswith(jsondecode(aws_iam_role.deploy["orders-prod-use1-plan"].assume_role_policy).Statement[0].Condition.StringEquals["app.terraform.io:sub"], ":run_phase:plan")
    error_message = "The plan role is for planning."
  }
}

run "reads_only_while_planning" {
  command = plan

  assert {
    condition = toset(keys(aws_iam_role_policy_attachment.runtime)) == toset([
      "orders-prod-use1-plan read-ecs-fargate", "orders-prod-use1-apply read-ecs-fargate", "orders-prod-use1-apply write-ecs-fargate",
      "platform-prod-use1-plan read-platform", "platform-prod-use1-apply read-platform", "platform-prod-use1-apply write-platform",
      "platform-prod-use1-apply network-platform",
    ])
    error_message = "A plan role has the policy to read, and no other; an apply role those of its runtime."
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy.own)) == toset(["orders-prod-use1", "platform-prod-use1"]) && length(aws_iam_role_policy_attachment.further) == 0
    error_message = "Apply roles have a policy of their own; nothing further is attached unasked."
  }

  assert {
    condition = alltrue([
      for name, policy in aws_iam_policy.runtime : alltrue([
        for action in flatten([for statement in jsondecode(policy.policy).Statement : statement.Action]) :
        can(regex("^[a-z0-9-]+:(AccessKubernetesApi|BatchGet|Describe|Get|List|Search|GET)", action))
      ]) if startswith(name, "read-")
    ])
    error_message = "What plan roles may do changes nothing."
  }

  assert {
    condition = length(setintersection(
      toset(flatten([for name, policy in aws_iam_policy.runtime : [for statement in jsondecode(policy.policy).Statement : statement.Action] if startswith(name, "read-")])),
      ["s3:Get*", "s3:GetObject", "ec2:Get*", "secretsmanager:Get*", "secretsmanager:GetSecretValue", "ssm:Get*", "kms:Decrypt"],
    )) == 0
    error_message = "Plan roles read how things are set up, and not what is kept in them."
  }

  assert {
    condition = alltrue([
      for policy in values(aws_iam_policy.runtime) : !anytrue([
        for action in flatten([for statement in jsondecode(policy.policy).Statement : statement.Action]) : endswith(action, ":*") || action == "*"
      ])
    ])
    error_message = "No policy gives all that a service can do."
  }
}

run "lets_sandboxes_make_networks" {
  command = plan

  variables {
    environment = "sandbox"
  }

  assert {
    condition     = contains(keys(aws_iam_role_policy_attachment.runtime), "orders-prod-use1-apply network-ecs-fargate") && !contains(keys(aws_iam_role_policy_attachment.runtime), "orders-prod-use1-plan network-ecs-fargate")
    error_message = "In a sandbox, an apply on Fargate may make a network of its own."
  }

  assert {
    condition     = length([for statement in jsondecode(aws_iam_policy.runtime["network-ecs-fargate"].policy).Statement : statement if anytrue([for action in statement.Action : endswith(action, "*")])]) == 0
    error_message = "It may do what a network takes, and no more."
  }
}

run "keeps_networks_to_the_platform_where_told" {
  command = plan

  variables {
    environment  = "sandbox"
    own_networks = false
  }

  assert {
    condition     = !contains(keys(aws_iam_role_policy_attachment.runtime), "orders-prod-use1-apply network-ecs-fargate")
    error_message = "The platform team may say that services make no networks."
  }
}

run "makes_bounded_roles_of_its_own_only" {
  command = plan

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.own["orders-prod-use1"].policy).Statement :
      alltrue([for resource in flatten([statement.Resource]) : endswith(resource, "/soa/orders-prod-use1-*") || endswith(resource, ":parameter/soa/sites/orders-prod-use1")]) if statement.Effect == "Allow"
    ])
    error_message = "IAM is open to the workspace's own names only, and Parameter Store to its own parameter."
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.own["orders-prod-use1"].policy).Statement : statement.Condition if statement.Sid == "MakeBoundedRoles"
    ]) == { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/soa/service-boundary" } }
    error_message = "It makes roles under the boundary only."
  }

  assert {
    condition     = aws_iam_policy.service_boundary.path == "/soa/" && aws_iam_policy.service_boundary.name == "service-boundary"
    error_message = "The boundary is where modules are told that it is."
  }

  assert {
    condition     = alltrue([for policy in values(aws_iam_policy.runtime) : policy.path == "/soa-deploy/"])
    error_message = "No workspace can change what workspaces may do."
  }
}

run "shortens_names_as_modules_do" {
  command = plan

  variables {
    access = {
      "abcdefghijklmnopqrstuvwx-prod-apne1-444455556666-ecs-ec2" = { project = "team-shop", runtime = "ecs-ec2" }
    }
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.own["abcdefghijklmnopqrstuvwx-prod-apne1-444455556666-ecs-ec2"].policy).Statement[0].Resource == (
      "arn:aws:iam::111122223333:role/soa/abcdefghijklmnopqrstuvwx-prod-apne1-444455556-${substr(sha256("abcdefghijklmnopqrstuvwx-prod-apne1-444455556666-ecs-ec2"), 0, 8)}-*"
    )
    error_message = "A name of more than 54 characters is cut and told apart by a hash, as role_name of the modules is."
  }
}

run "attaches_what_is_asked_for" {
  command = plan

  variables {
    apply_policy_arns = { platform = ["arn:aws:iam::aws:policy/AmazonSQSFullAccess"] }
  }

  assert {
    condition     = keys(aws_iam_role_policy_attachment.further) == ["platform-prod-use1 arn:aws:iam::aws:policy/AmazonSQSFullAccess"]
    error_message = "Further policies go to the apply roles of their runtime only."
  }
}

run "gives_the_organisation_to_nobody_unasked" {
  command = plan

  assert {
    condition = length(aws_iam_policy.organization_deploy_boundary) == 0 && !anytrue([
      for policy in values(aws_iam_policy.runtime) : strcontains(policy.policy, "cloudtrail:")
    ])
    error_message = "Nobody touches a trail."
  }
}

run "lets_the_platform_manage_the_trail_where_asked" {
  command = plan

  variables {
    organization_rights = true
  }

  assert {
    condition     = strcontains(aws_iam_policy.runtime["organization-platform"].policy, "cloudtrail:CreateTrail") && !strcontains(aws_iam_policy.organization_deploy_boundary[0].policy, "cloudtrail:")
    error_message = "The platform's workspaces manage the trail."
  }

  assert {
    condition     = strcontains(aws_iam_policy.deploy_boundary.policy, "cloudtrail:StopLogging") && strcontains(aws_iam_policy.service_boundary.policy, "cloudtrail:StopLogging")
    error_message = "Services do not."
  }
}

run "makes_the_identity_provider_where_asked" {
  command = plan

  variables {
    create_oidc_provider = true
    hostname             = "tfe.example.com"
  }

  assert {
    condition     = aws_iam_openid_connect_provider.hcp_terraform[0].url == "https://tfe.example.com" && aws_iam_openid_connect_provider.hcp_terraform[0].client_id_list == toset(["aws.workload.identity"])
    error_message = "The provider has the host's address, without a slash, and the audience of workload identity."
  }

  assert {
    condition = (
      output.oidc_provider_arn == "arn:aws:iam::111122223333:oidc-provider/tfe.example.com" &&
      keys(jsondecode(aws_iam_role.deploy["orders-prod-use1-plan"].assume_role_policy).Statement[0].Condition.StringEquals) == ["tfe.example.com:aud", "tfe.example.com:sub"]
    )
    error_message = "The trust asks for the claims of that host."
  }
}

run "uses_the_one_that_is_there_otherwise" {
  command = plan

  assert {
    condition     = length(aws_iam_openid_connect_provider.hcp_terraform) == 0
    error_message = "What the bootstrap has made is not made again."
  }
}

run "keeps_services_in_the_regions" {
  command = plan

  variables {
    allowed_regions = ["us-east-1", "eu-west-1"]
  }

  assert {
    condition = alltrue([
      for policy in [aws_iam_policy.service_boundary, aws_iam_policy.deploy_boundary] :
      one([for statement in jsondecode(policy.policy).Statement : statement.Condition if statement.Sid == "StayInTheRegions"]) ==
      { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1", "us-east-1"] } }
    ])
    error_message = "Neither services nor their runs leave the allowed Regions."
  }
}

run "lets_runs_of_functions_move_their_aliases" {
  command = plan

  variables {
    access = { orders-prod-use1 = { project = "team-shop", runtime = "lambda" } }
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.own["orders-prod-use1"].policy).Statement : statement.Resource if statement.Sid == "MakeOwnStacks"
    ]) == "arn:aws:cloudformation:*:111122223333:stack/soa-orders-prod-use1-*" && contains(jsondecode(aws_iam_policy.runtime["write-lambda"].policy).Statement[0].Action, "codedeploy:Create*")
    error_message = "An apply moves the alias of a function through CodeDeploy and stacks of its own."
  }

  assert {
    condition     = length([for action in flatten([for statement in jsondecode(aws_iam_policy.runtime["write-lambda"].policy).Statement : statement.Action]) : action if startswith(action, "s3:")]) == 0
    error_message = "It reads no bucket that nobody has named."
  }
}

# With the longest names there are. More workspaces of a runtime share its policies:
# what grows with their number are the names that one has to leave alone, and `access`.
run "has_policies_that_iam_takes" {
  command = plan

  variables {
    organization        = "an-organization-with-the-longest-of-name"
    organization_rights = true
    allowed_regions     = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-northeast-1", "ap-southeast-2", "sa-east-1", "ca-central-1"]
    portal_role         = { principal_arn = "arn:aws:iam::999988887777:role/backstage", name = "a-role-of-the-portal-that-has-the-longest-name-that-iam-can-take" }
    access = {
      for at, runtime in ["ecs-fargate", "ecs-ec2", "eks", "lambda", "ec2", "static-site", "platform"] :
      format("a-b-c-d-e-f-g-h-i-j-k-l-m-longstage-apse2-444455556666-%03d", at) => { project = "the-longest-name-that-a-project-can-have", runtime = runtime }
    }
  }

  assert {
    condition     = alltrue([for workspace in keys(var.access) : length(workspace) == 58])
    error_message = "The test has names as long as it says."
  }

  assert {
    condition = alltrue([
      for policy in concat(values(aws_iam_policy.runtime), [aws_iam_policy.service_boundary, aws_iam_policy.deploy_boundary], aws_iam_policy.organization_deploy_boundary) :
      length(policy.policy) <= 6144
    ])
    error_message = "IAM ends a managed policy at 6144 characters."
  }

  # Besides, one may begin as thirty others do, of 54 characters each.
  assert {
    condition     = alltrue([for policy in values(aws_iam_role_policy.own) : length(policy.policy) + 200 + 30 * length("\"arn:aws:iam::111122223333:role/soa/-*\",") + 30 * 54 <= 10240])
    error_message = "IAM ends the inline policies of a role at 10240 characters."
  }

  assert {
    condition = alltrue([
      for name in keys(aws_iam_role.deploy) :
      length([for attachment in values(aws_iam_role_policy_attachment.runtime) : attachment if attachment.role == name]) <= 5
    ])
    error_message = "IAM attaches at most 10 managed policies to a role, and half of them are whoever's who applies this."
  }

  assert {
    condition     = alltrue([for role in values(aws_iam_role.deploy) : length(role.assume_role_policy) <= 2048])
    error_message = "IAM ends a trust policy at 2048 characters, where nobody has asked for more."
  }

  # The portal writes it as HCL, which is no longer than twice this.
  assert {
    condition     = 200 * 2 * length(jsonencode(var.access)) / length(var.access) <= 256 * 1024
    error_message = "HCP Terraform takes variables of at most 256 KB: 200 workspaces are in it."
  }
}

run "leaves_longer_names_alone" {
  command = plan

  variables {
    access = {
      for name in ["orders-prod", "orders-prod-blue", "orders-prod-blue-2", "orders-production"] : name => { project = "team-shop", runtime = "ec2" }
    }
  }

  assert {
    condition = one([
      for statement in jsondecode(aws_iam_role_policy.own["orders-prod"].policy).Statement : statement.Resource if statement.Sid == "LeaveLongerNamesAlone"
    ]) == ["arn:aws:iam::111122223333:role/soa/orders-prod-blue-*"]
    error_message = "A name stands for those that begin with it, and no other is in the way."
  }
}

run "refuses_a_star_in_a_workspace" {
  command = plan

  variables {
    access = { "orders-*" = { project = "team-shop", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_a_colon_in_a_workspace" {
  command = plan

  variables {
    access = { "orders:run_phase" = { project = "team-shop", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_a_question_mark_in_a_project" {
  command = plan

  variables {
    access = { orders = { project = "team-sho?", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_a_policy_variable_in_a_project" {
  command = plan

  variables {
    access = { orders = { project = "$${aws:username}", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_a_newline_in_a_project" {
  command = plan

  variables {
    access = { orders = { project = "team-shop\n", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_a_workspace_too_long_for_a_role" {
  command = plan

  variables {
    access = { "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghi" = { project = "team-shop", runtime = "lambda" } }
  }

  expect_failures = [var.access]
}

run "refuses_an_unknown_runtime" {
  command = plan

  variables {
    access = { orders = { project = "team-shop", runtime = "mainframe" } }
  }

  expect_failures = [var.access]
}

run "refuses_to_give_the_access_workspace_roles" {
  command = plan

  variables {
    access = { account-baseline-111122223333 = { project = "team-platform", runtime = "platform" } }
  }

  expect_failures = [var.access]
}

run "refuses_workspaces_that_iam_cannot_tell_apart" {
  command = plan

  variables {
    access = {
      Orders = { project = "team-shop", runtime = "lambda" }
      orders = { project = "team-shop", runtime = "lambda" }
    }
  }

  expect_failures = [var.access]
}

run "refuses_wildcards_in_the_organization" {
  command = plan

  variables {
    organization = "acme:*"
  }

  expect_failures = [var.organization]
}

run "refuses_an_address_for_a_host" {
  command = plan

  variables {
    hostname = "https://app.terraform.io/"
  }

  expect_failures = [var.hostname]
}

run "refuses_a_provider_of_another_account" {
  command = plan

  variables {
    oidc_provider_arn = "arn:aws:iam::444455556666:oidc-provider/app.terraform.io"
  }

  expect_failures = [var.oidc_provider_arn]
}
