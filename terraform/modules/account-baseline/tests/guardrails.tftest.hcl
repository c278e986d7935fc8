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
}

run "guards_its_own_region" {
  command = plan

  assert {
    condition = (
      aws_s3_account_public_access_block.this.block_public_acls && aws_s3_account_public_access_block.this.block_public_policy &&
      aws_s3_account_public_access_block.this.ignore_public_acls && aws_s3_account_public_access_block.this.restrict_public_buckets &&
      aws_s3_account_public_access_block.this.account_id == "111122223333"
    )
    error_message = "No bucket of the account is public."
  }

  assert {
    condition     = aws_ebs_encryption_by_default.this["us-east-1"].enabled && length(aws_ebs_encryption_by_default.this) == 1
    error_message = "New volumes are encrypted."
  }

  assert {
    condition     = aws_ebs_snapshot_block_public_access.this["us-east-1"].state == "block-all-sharing" && aws_ec2_image_block_public_access.this["us-east-1"].state == "block-new-sharing"
    error_message = "Neither snapshots nor images are shared with everybody."
  }

  assert {
    condition     = aws_ec2_instance_metadata_defaults.this["us-east-1"].http_tokens == "required"
    error_message = "Instances have IMDSv2 only."
  }

  assert {
    condition     = aws_iam_account_password_policy.this.minimum_password_length == 14 && aws_iam_account_password_policy.this.require_symbols
    error_message = "Passwords are long."
  }

  assert {
    condition     = aws_accessanalyzer_analyzer.this["us-east-1"].type == "ACCOUNT"
    error_message = "What is open to other accounts is found."
  }

  assert {
    condition     = length(aws_default_security_group.this) == 0 && length(aws_budgets_budget.account) == 0 && length(aws_iam_role.portal) == 0
    error_message = "Nothing else is touched unasked."
  }
}

run "encrypts_volumes_with_a_key_of_the_account" {
  command = plan

  assert {
    condition     = aws_kms_key.ebs["us-east-1"].enable_key_rotation && length(aws_ebs_default_kms_key.this) == 1
    error_message = "The key rotates, and is the default."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.ebs["us-east-1"].policy).Statement : statement.Condition == {
        StringEquals = { "kms:CallerAccount" = "111122223333", "kms:ViaService" = "ec2.us-east-1.amazonaws.com" }
      } if statement.Principal == { AWS = "*" }
    ])
    error_message = "Everybody is everybody of the account, through EC2."
  }
}

run "leaves_the_key_to_aws_where_asked" {
  command = plan

  variables {
    ebs_customer_key = false
  }

  assert {
    condition     = length(aws_kms_key.ebs) == 0 && length(aws_ebs_default_kms_key.this) == 0 && aws_ebs_encryption_by_default.this["us-east-1"].enabled
    error_message = "Volumes are encrypted all the same."
  }
}

run "guards_every_allowed_region" {
  command = plan

  variables {
    allowed_regions = ["eu-west-1", "us-west-2"]
  }

  assert {
    condition = alltrue([
      for guards in [
        aws_ebs_encryption_by_default.this, aws_ebs_snapshot_block_public_access.this, aws_ec2_image_block_public_access.this,
        aws_ec2_instance_metadata_defaults.this, aws_accessanalyzer_analyzer.this, aws_kms_key.ebs,
      ] : alltrue([for region in ["eu-west-1", "us-west-2"] : guards[region].region == region]) && length(guards) == 2
    ])
    error_message = "Each guardrail is in each Region."
  }
}

run "closes_default_security_groups_where_asked" {
  command = plan

  variables {
    close_default_security_groups = true
    access_analyzer               = false
  }

  override_data {
    target = data.aws_vpcs.default
    values = { ids = ["vpc-1"] }
  }

  assert {
    condition     = keys(aws_default_security_group.this) == ["vpc-1"] && aws_default_security_group.this["vpc-1"].region == "us-east-1"
    error_message = "The group of the default VPC is taken over, without rules."
  }

  assert {
    condition     = length(aws_accessanalyzer_analyzer.this) == 0
    error_message = "An analyzer of the organisation does."
  }
}

run "tells_of_the_budget" {
  command = plan

  variables {
    budget = { monthly_usd = 1000, emails = ["team@acme.test"], topic_arn = "arn:aws:sns:us-east-1:111122223333:costs" }
  }

  assert {
    condition     = aws_budgets_budget.account[0].limit_amount == "1000" && aws_budgets_budget.account[0].time_unit == "MONTHLY"
    error_message = "The month has 1000 US dollars."
  }

  assert {
    condition = toset([for notification in aws_budgets_budget.account[0].notification : "${notification.notification_type} ${notification.threshold}"]) == toset([
      "ACTUAL 80", "ACTUAL 100", "FORECASTED 100",
    ])
    error_message = "Somebody hears at 80 and 100 percent, and of a forecast above."
  }

  assert {
    condition = alltrue([
      for notification in aws_budgets_budget.account[0].notification :
      notification.subscriber_email_addresses == toset(["team@acme.test"]) && notification.subscriber_sns_topic_arns == toset(["arn:aws:sns:us-east-1:111122223333:costs"])
    ])
    error_message = "By e-mail and by SNS."
  }
}

run "lets_the_portal_read" {
  command = plan

  variables {
    portal_role = { principal_arn = "arn:aws:iam::999988887777:role/backstage", external_id = "acme-backstage" }
  }

  assert {
    condition = jsondecode(aws_iam_role.portal[0].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::999988887777:role/backstage" }
      Condition = { StringEquals = { "sts:ExternalId" = "acme-backstage" } }
    }]
    error_message = "The portal's own principal, with its external id."
  }

  assert {
    condition     = aws_iam_role.portal[0].name == "backstage-soa-reader" && !strcontains(aws_iam_role_policy.portal[0].policy, "organizations:")
    error_message = "It reads events and parameters, not the organisation."
  }
}

run "lets_the_portal_read_the_organisation_where_asked" {
  command = plan

  variables {
    portal_role = { principal_arn = "arn:aws:iam::999988887777:role/backstage", organization = true }
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.portal[0].policy, "organizations:ListAccounts") && !strcontains(aws_iam_role.portal[0].assume_role_policy, "ExternalId")
    error_message = "In the management account it reads AWS Organizations, too."
  }
}

run "says_what_it_guards_by" {
  command = plan

  variables {
    budget = { monthly_usd = 500, emails = ["aws@acme.example"] }
  }

  assert {
    condition = (
      contains(output.guardrails, "S3 buckets are not public") && contains(output.guardrails, "A budget of 500 USD a month") &&
      contains(output.guardrails, "New EBS volumes are encrypted in us-east-1") &&
      !anytrue([for rail in output.guardrails : strcontains(rail, "Default security groups")])
    )
    error_message = "The workspace says what is in force, and nothing else."
  }
}

run "says_which_version_it_is" {
  command = plan

  assert {
    condition = (
      aws_ssm_parameter.version.name == "/soa/baseline/version" && aws_ssm_parameter.version.type == "String" &&
      can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", output.baseline_version)) && nonsensitive(aws_ssm_parameter.version.value) == output.baseline_version &&
      aws_ssm_parameter.version.tags["soa-baseline-version"] == output.baseline_version
    )
    error_message = "The account says it by a parameter and its tag, the workspace by an output."
  }
}

run "keeps_what_it_guards" {
  command = plan

  assert {
    condition = alltrue([
      for action in [
        "cloudtrail:StopLogging", "guardduty:Delete*", "config:StopConfigurationRecorder", "s3:PutAccountPublicAccessBlock",
        "ec2:DisableEbsEncryptionByDefault", "ec2:ModifyInstanceMetadataDefaults", "ec2:DisableSnapshotBlockPublicAccess",
      ] : alltrue([for policy in [aws_iam_policy.service_boundary, aws_iam_policy.deploy_boundary] : strcontains(policy.policy, action)])
    ])
    error_message = "Neither services nor their runs turn a guardrail off."
  }
}

run "refuses_a_budget_that_nobody_hears_of" {
  command = plan

  variables {
    budget = { monthly_usd = 1000 }
  }

  expect_failures = [var.budget]
}

run "refuses_a_budget_of_nothing" {
  command = plan

  variables {
    budget = { monthly_usd = 0, emails = ["team@acme.test"] }
  }

  expect_failures = [var.budget]
}

run "refuses_everybody_as_the_portal" {
  command = plan

  variables {
    portal_role = { principal_arn = "*" }
  }

  expect_failures = [var.portal_role]
}

run "refuses_a_region_that_is_none" {
  command = plan

  variables {
    allowed_regions = ["frankfurt"]
  }

  expect_failures = [var.allowed_regions]
}

run "refuses_names_that_cannot_be" {
  command = plan

  variables {
    environment = "Prod"
  }

  expect_failures = [var.environment]
}
