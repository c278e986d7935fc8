mock_provider "aws" {
  override_data {
    target = data.aws_partition.current
    values = { partition = "aws" }
  }

  override_data {
    target = data.aws_region.current
    values = { region = "us-east-1" }
  }

  override_data {
    target = data.aws_eks_clusters.present
    values = { names = ["platform-prod", "somebody-elses"] }
  }

  override_data {
    target = data.aws_eks_cluster.present
    values = { status = "ACTIVE" }
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
    orders-prod-use1 = { project = "team-shop", runtime = "eks" }
    stock-prod-use1  = { project = "team-shop", runtime = "lambda" }
  }
  eks_clusters = [{ name = "platform-prod", region = "us-east-1" }, { name = "platform-prod", region = "eu-west-1" }]
}

run "lets_runs_into_the_clusters" {
  command = plan

  assert {
    condition = { for key, entry in aws_eks_access_entry.deploy : key => [entry.region, entry.cluster_name, one(entry.kubernetes_groups)] } == {
      "orders-prod-use1-plan us-east-1/platform-prod"  = ["us-east-1", "platform-prod", "soa-plan"]
      "orders-prod-use1-plan eu-west-1/platform-prod"  = ["eu-west-1", "platform-prod", "soa-plan"]
      "orders-prod-use1-apply us-east-1/platform-prod" = ["us-east-1", "platform-prod", "soa-apply"]
      "orders-prod-use1-apply eu-west-1/platform-prod" = ["eu-west-1", "platform-prod", "soa-apply"]
    }
    error_message = "Runs of services on EKS are in every cluster, in the group of their phase; other runs are in none."
  }
}

run "waits_for_a_cluster_that_is_not_there_yet" {
  command = plan

  variables {
    eks_clusters = [{ name = "platform-prod", region = "us-east-1" }, { name = "platform-dev", region = "us-east-1" }]
  }

  assert {
    condition     = distinct(values(aws_eks_access_entry.deploy)[*].cluster_name) == tolist(["platform-prod"]) && output.eks_clusters == tolist(["us-east-1/platform-prod"])
    error_message = "The baseline is there before the platform: what names a cluster to come does not fail."
  }
}

run "waits_for_a_cluster_that_is_being_made" {
  command = plan

  override_data {
    target = data.aws_eks_cluster.present["eu-west-1/platform-prod"]
    values = { status = "CREATING" }
  }

  assert {
    condition     = output.eks_clusters == tolist(["us-east-1/platform-prod"])
    error_message = "A cluster takes no entries before it is there."
  }
}

run "leaves_the_clusters_of_other_accounts_alone" {
  command = plan

  variables {
    eks_clusters = [
      { name = "platform-prod", region = "us-east-1", account = "111122223333" },
      { name = "platform-prod", region = "eu-west-1", account = "444455556666" },
    ]
  }

  assert {
    condition     = keys(data.aws_eks_clusters.present) == ["us-east-1"] && output.eks_clusters == tolist(["us-east-1/platform-prod"])
    error_message = "A Region that only another account has is not asked, as it would fail the run."
  }
}

run "refuses_a_cluster_twice" {
  command = plan

  variables {
    eks_clusters = [{ name = "platform-prod", region = "us-east-1" }, { name = "platform-prod", region = "us-east-1", account = "111122223333" }]
  }

  expect_failures = [var.eks_clusters]
}

run "looks_for_no_cluster_without_services_on_eks" {
  command = plan

  variables {
    access = { stock-prod-use1 = { project = "team-shop", runtime = "lambda" } }
  }

  assert {
    condition     = length(data.aws_eks_clusters.present) == 0 && length(aws_eks_access_entry.deploy) == 0
    error_message = "Nobody looks for clusters that nobody needs."
  }
}

run "refuses_a_cluster_without_a_region" {
  command = plan

  variables {
    eks_clusters = [{ name = "platform-prod", region = "global" }]
  }

  expect_failures = [var.eks_clusters]
}
