variable "service" {
  description = "The component's name, which names the stack set."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The environment of the account that holds the stack set."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "An environment has lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "production" {
  description = "Whether people depend on it."
  type        = bool
  default     = false
  nullable    = false
}

variable "organization" {
  description = "The HCP Terraform organization of the access workspaces."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{3,40}$", var.organization))
    error_message = "An organization's name has 3 to 40 letters, digits, hyphens and underscores."
  }
}

variable "hostname" {
  description = "The host of HCP Terraform or Terraform Enterprise."
  type        = string
  default     = "app.terraform.io"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.hostname))
    error_message = "Write the host's name alone, in lower case, without https://, port or slash: IAM takes no port."
  }
}

variable "project" {
  description = "The HCP Terraform project of the platform team, which the access workspaces are in."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9 _-]{3,40}$", var.project)) && trimspace(var.project) == var.project
    error_message = "A project's name has 3 to 40 letters, digits, spaces, hyphens and underscores, and no space at its ends."
  }
}

variable "baseline_service" {
  description = "The component whose workspaces are the access workspaces: they are named after it and the account."
  type        = string
  default     = "account-baseline"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.baseline_service)) && length(var.baseline_service) >= 2 && length(var.baseline_service) <= 24
    error_message = "Use 2 to 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "organizational_unit_ids" {
  description = "The OUs, or the root, whose accounts get it. The management account never does."
  type        = list(string)

  validation {
    condition     = length(var.organizational_unit_ids) > 0 && length(distinct(var.organizational_unit_ids)) == length(var.organizational_unit_ids) && alltrue([for id in var.organizational_unit_ids : can(regex("^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$", id))])
    error_message = "Name OUs by their ids (ou-abcd-11112222), or the root (r-abcd), each once."
  }
}

variable "excluded_accounts" {
  description = "Accounts of these OUs that do not get it. Auto-deployment knows no exceptions: an account that joins later gets it."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.excluded_accounts : can(regex("^[0-9]{12}$", id))])
    error_message = "An account's id has 12 digits, as a string."
  }
}

variable "create_oidc_provider" {
  description = "Whether the stacks make the identity provider of HCP Terraform: false where the accounts have it."
  type        = bool
  default     = true
  nullable    = false
}

variable "audience" {
  description = "What runs are signed for."
  type        = string
  default     = "aws.workload.identity"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._:/-]{1,255}$", var.audience))
    error_message = "Use at most 255 letters, digits, dots, underscores, colons, slashes and hyphens."
  }
}

variable "portal_role_name" {
  description = "The name of the portal's role, which the access workspaces may make: portal_role.name of account-baseline."
  type        = string
  default     = "backstage-soa-reader"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.portal_role_name))
    error_message = "A role's name has at most 64 letters, digits and characters of +=,.@_-."
  }
}

variable "delegated_administrator" {
  description = "Whether this is an account that the management account has made a delegated administrator of stack sets."
  type        = bool
  default     = false
  nullable    = false
}

variable "auto_deployment" {
  description = "Whether accounts that join the OUs get it by themselves. AWS heeds none of the preferences below then."
  type        = bool
  default     = true
  nullable    = false
}

variable "retain_stacks" {
  description = "Whether an account keeps its roles when it leaves the OUs, or an OU is taken off the list. Without them its access workspace can apply nothing any more."
  type        = bool
  default     = true
  nullable    = false
}

variable "max_concurrent_percentage" {
  description = "In how many of an OU's accounts at a time."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_concurrent_percentage >= 1 && var.max_concurrent_percentage <= 100 && floor(var.max_concurrent_percentage) == var.max_concurrent_percentage
    error_message = "Use a whole percentage from 1 to 100."
  }
}

variable "failure_tolerance_percentage" {
  description = "In how many of an OU's accounts it may fail before the rest is left alone."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.failure_tolerance_percentage >= 0 && var.failure_tolerance_percentage <= 100 && floor(var.failure_tolerance_percentage) == var.failure_tolerance_percentage
    error_message = "Use a whole percentage from 0 to 100."
  }
}

variable "concurrency_mode" {
  description = "STRICT_FAILURE_TOLERANCE works on no more accounts at a time than may fail, and one; SOFT_FAILURE_TOLERANCE on as many as allowed, so that more can fail."
  type        = string
  default     = "STRICT_FAILURE_TOLERANCE"
  nullable    = false

  validation {
    condition     = contains(["STRICT_FAILURE_TOLERANCE", "SOFT_FAILURE_TOLERANCE"], var.concurrency_mode)
    error_message = "Use STRICT_FAILURE_TOLERANCE or SOFT_FAILURE_TOLERANCE."
  }
}
