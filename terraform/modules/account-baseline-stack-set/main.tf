locals {
  call_as = var.delegated_administrator ? "DELEGATED_ADMIN" : "SELF"
}

data "aws_region" "current" {}

resource "aws_cloudformation_stack_set" "this" {
  name             = "soa-${var.service}"
  description      = "HCP Terraform's identity provider and the roles of each account's access workspace"
  permission_model = "SERVICE_MANAGED"
  call_as          = local.call_as
  capabilities     = ["CAPABILITY_NAMED_IAM"]
  template_body    = file("${path.module}/access-bootstrap.yaml")

  parameters = {
    Organization    = var.organization
    Project         = var.project
    BaselineService = var.baseline_service
    Hostname        = var.hostname
    Audience        = var.audience
    CreateProvider  = tostring(var.create_oidc_provider)
    PortalRoleName  = var.portal_role_name
  }

  auto_deployment {
    enabled                          = var.auto_deployment
    retain_stacks_on_account_removal = var.auto_deployment ? var.retain_stacks : null
  }

  # Conflicting operations queue, as those of two OUs do.
  managed_execution {
    active = true
  }

  # Of changes of the template; IAM is global, so that there is one Region.
  operation_preferences {
    failure_tolerance_percentage = var.failure_tolerance_percentage
    max_concurrent_percentage    = var.max_concurrent_percentage
    region_order                 = [data.aws_region.current.region]
  }

  timeouts {
    update = "6h"
  }

  lifecycle {
    # AWS names a role of its own.
    ignore_changes = [administration_role_arn]
  }
}

# One for each OU: an OU that is added or taken away leaves the others alone.
resource "aws_cloudformation_stack_set_instance" "this" {
  for_each                  = toset(var.organizational_unit_ids)
  stack_set_name            = aws_cloudformation_stack_set.this.name
  stack_set_instance_region = data.aws_region.current.region
  call_as                   = local.call_as
  retain_stack              = var.retain_stacks

  deployment_targets {
    organizational_unit_ids = [each.value]
    account_filter_type     = length(var.excluded_accounts) > 0 ? "DIFFERENCE" : null
    accounts                = length(var.excluded_accounts) > 0 ? var.excluded_accounts : null
  }

  operation_preferences {
    concurrency_mode             = var.concurrency_mode
    failure_tolerance_percentage = var.failure_tolerance_percentage
    max_concurrent_percentage    = var.max_concurrent_percentage
    region_order                 = [data.aws_region.current.region]
  }

  timeouts {
    create = "6h"
    update = "6h"
    delete = "6h"
  }

  lifecycle {
    # They are those of one operation, not of the stacks; the provider would take
    # the OU for an account.
    ignore_changes = [operation_preferences]
  }
}
