locals {
  # One role for each phase of each workspace's runs.
  deploy_roles = merge([
    for workspace, entry in var.access : {
      for phase in ["plan", "apply"] : "${workspace}-${phase}" => merge(entry, { workspace = workspace, phase = phase })
    }
  ]...)

  # Exact in every part. The subject is what HCP Terraform signs, in its order.
  trust = {
    for name, role in local.deploy_roles : name => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.oidc_provider_arn }
        Condition = {
          StringEquals = {
            "${var.hostname}:aud" = var.audience
            "${var.hostname}:sub" = join(":", [
              "organization", var.organization,
              "project", role.project,
              "workspace", role.workspace,
              "run_phase", role.phase,
            ])
          }
        }
      }]
    })
  }
}

resource "aws_iam_role" "deploy" {
  for_each = local.deploy_roles

  name                 = each.key
  path                 = "/soa/"
  description          = "The ${each.value.phase} phase of runs of ${var.organization}/${each.value.workspace}"
  assume_role_policy   = local.trust[each.key]
  permissions_boundary = local.deploy_boundaries[each.value.runtime]

  tags = {
    "soa-workspace" = "${var.organization}/${each.value.workspace}"
    "soa-runtime"   = each.value.runtime
  }
}

locals {
  # What a runtime needs is the same for all of its workspaces; IAM ends a policy
  # at 6144 characters, so that the platform's is in pieces.
  policies = merge(local.reads, local.writes, { "network-platform" = local.network, "network-ecs-fargate" = local.own_network, "organization-platform" = local.organization })

  policies_of = {
    for runtime in distinct(values(var.access)[*].runtime) : runtime => {
      plan = ["read-${runtime}"]
      apply = concat(
        ["read-${runtime}", "write-${runtime}"],
        runtime == "platform" ? ["network-platform"] : [],
        runtime == "ecs-fargate" && local.has_own_networks ? ["network-ecs-fargate"] : [],
        runtime == "platform" && var.organization_rights ? ["organization-platform"] : [],
      )
    }
  }
}

# Below another path than the roles: no name of a workspace leads there.
resource "aws_iam_policy" "runtime" {
  for_each    = toset(flatten([for policies in values(local.policies_of) : policies.apply]))
  name        = each.key
  path        = "/soa-deploy/"
  description = "What runs of HCP Terraform may do, by runtime"
  policy      = jsonencode({ Version = "2012-10-17", Statement = local.policies[each.key] })

  lifecycle {
    precondition {
      condition     = length(jsonencode({ Version = "2012-10-17", Statement = local.policies[each.key] })) <= 6144
      error_message = "IAM ends a policy at 6144 characters: divide it in access.tf."
    }
  }
}

resource "aws_iam_role_policy_attachment" "runtime" {
  for_each = merge([
    for name, role in local.deploy_roles : {
      for policy in local.policies_of[role.runtime][role.phase] : "${name} ${policy}" => { role = name, policy = policy }
    }
  ]...)
  role       = aws_iam_role.deploy[each.value.role].name
  policy_arn = aws_iam_policy.runtime[each.value.policy].arn
}

locals {
  applies = { for role in values(local.deploy_roles) : role.workspace => role if role.phase == "apply" }
}

# What depends on the workspace: its own roles, and nobody else's resources.
resource "aws_iam_role_policy" "own" {
  for_each = local.applies
  name     = "own"
  role     = aws_iam_role.deploy["${each.key}-apply"].id
  policy   = jsonencode({ Version = "2012-10-17", Statement = local.own[each.key] })

  lifecycle {
    precondition {
      condition     = length(jsonencode({ Version = "2012-10-17", Statement = local.own[each.key] })) <= 10240
      error_message = "IAM ends the policies of a role at 10240 characters, and ${each.key} has to leave ${length(local.longer[each.key])} longer names alone that begin as its own does: rename it, or have them deploy into another account."
    }
  }
}

resource "aws_iam_role_policy_attachment" "further" {
  for_each = merge([
    for workspace, role in local.applies : {
      for arn in lookup(var.apply_policy_arns, role.runtime, []) : "${workspace} ${arn}" => { workspace = workspace, arn = arn }
    }
  ]...)
  role       = aws_iam_role.deploy["${each.value.workspace}-apply"].name
  policy_arn = each.value.arn
}
