export const TERRAFORM_TF = `terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.28, < 7"
    }
  }
}
`;

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
