export const PROVIDERS_TF = `provider "aws" {
  region              = local.p.region == "global" ? "us-east-1" : local.p.region
  allowed_account_ids = [local.p.account]
  user_agent          = ["backstage/\${local.p.component}"]

  default_tags {
    tags = {
      Service      = local.p.service
      Owner        = local.p.owner
      Environment  = local.p.environment
      Workspace    = local.p.workspace
      ManagedBy    = "terraform"
      BackstageRef = local.p.component
    }
  }
}
`;

export const VARIABLES_TF = `variable "placement" {
  description = "Which file of placements/ this workspace applies."
  type        = string

  validation {
    condition     = fileexists("\${path.root}/placements/\${var.placement}.json")
    error_message = "There is no such file in placements/."
  }
}
`;

/** For a module of which the portal, and no file, says who may deploy. */
export const ACCESS_VARIABLE_TF = `
variable "access" {
  description = "The workspaces that get deploy roles, by name. The portal writes it."
  type = map(object({
    project = string
    runtime = string
  }))
  default = {}
}
`;
