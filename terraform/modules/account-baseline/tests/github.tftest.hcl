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

run "makes_no_provider_unasked" {
  command = plan

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0 && output.github_oidc_provider_arn == null
    error_message = "An account that has it already cannot have it twice."
  }
}

run "lets_workflows_log_in_where_asked" {
  command = plan

  variables {
    create_github_oidc_provider = true
  }

  assert {
    condition     = aws_iam_openid_connect_provider.github[0].url == "https://token.actions.githubusercontent.com" && aws_iam_openid_connect_provider.github[0].client_id_list == toset(["sts.amazonaws.com"])
    error_message = "It is the host and the audience that GitHub's own action signs for."
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.hcp_terraform) == 0 && length(aws_iam_role.deploy) == 0
    error_message = "It lets nobody in by itself: roles say whom they trust."
  }
}
