variable "service" {
  description = "The component's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key: what tells this account's baseline apart, such as 111122223333."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The account's environment."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "An environment has lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "production" {
  description = "Whether people depend on what runs in the account."
  type        = bool
  default     = false
  nullable    = false
}

variable "account" {
  description = "The account's id."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An account's id has 12 digits."
  }
}

variable "workspace" {
  description = "The access workspace, which applies this: organization/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+$", var.workspace))
    error_message = "Write organization/name, of letters, digits, hyphens and underscores."
  }
}

# The three below stand in trust policies. A star or a question mark is a
# wildcard there, a colon ends a part of the subject, and "$" begins a variable
# of IAM's: none of them gets in.
variable "organization" {
  description = "The HCP Terraform organization whose workspaces are let in."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{3,40}$", var.organization))
    error_message = "An organization's name has 3 to 40 letters, digits, hyphens and underscores."
  }
}

variable "hostname" {
  description = "The host of HCP Terraform or Terraform Enterprise, which signs what runs identify themselves by."
  type        = string
  default     = "app.terraform.io"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.hostname))
    error_message = "Write the host's name alone, in lower case, without https://, port or slash: IAM takes no port."
  }
}

variable "access" {
  description = "Which workspaces of the organization deploy into this account: by the workspace's name its HCP Terraform project and the runtime of its placement. The portal writes it as a variable of the access workspace."
  type = map(object({
    project = string
    runtime = string
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for workspace in keys(var.access) : can(regex("^[A-Za-z0-9_-]+$", workspace)) && length(workspace) <= 58])
    error_message = "A workspace's name has at most 58 letters, digits, hyphens and underscores: with -apply it names a role, and IAM ends those at 64."
  }

  validation {
    condition     = alltrue([for entry in values(var.access) : can(regex("^[A-Za-z0-9 _-]{3,40}$", entry.project)) && trimspace(entry.project) == entry.project])
    error_message = "A project's name has 3 to 40 letters, digits, spaces, hyphens and underscores, and no space at its ends."
  }

  validation {
    condition     = alltrue([for entry in values(var.access) : contains(["ecs-fargate", "ecs-ec2", "eks", "lambda", "ec2", "static-site", "platform"], entry.runtime)])
    error_message = "Runtimes are ecs-fargate, ecs-ec2, eks, lambda, ec2, static-site and platform."
  }

  validation {
    condition     = !contains([for workspace in keys(var.access) : lower("${var.organization}/${workspace}")], lower(var.workspace))
    error_message = "The access workspace gives itself no roles: they are made before it, by the bootstrap."
  }

  # IAM has one name for Orders and orders.
  validation {
    condition     = length(distinct([for workspace in keys(var.access) : lower(workspace)])) == length(var.access)
    error_message = "Two workspaces differ in upper and lower case only: IAM cannot tell their roles apart."
  }
}

variable "eks_clusters" {
  description = "The EKS clusters that services run on, or will, each with the account that it is in, where it is not in all: runs of workspaces of the runtime eks log in there, in the groups soa-plan and soa-apply. One that is not there yet is let be until it is."
  type = list(object({
    name    = string
    region  = string
    account = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for cluster in var.eks_clusters : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", cluster.name)) && can(regex("^[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}$", cluster.region))])
    error_message = "Name each cluster and its Region, such as platform-prod in us-east-1."
  }

  validation {
    condition = length(distinct([
      for cluster in var.eks_clusters : "${cluster.region}/${cluster.name}" if coalesce(cluster.account, var.account) == var.account
    ])) == length([for cluster in var.eks_clusters : cluster if coalesce(cluster.account, var.account) == var.account])
    error_message = "Name each cluster once for an account."
  }

  validation {
    condition     = alltrue([for cluster in var.eks_clusters : cluster.account == null || can(regex("^[0-9]{12}$", cluster.account))])
    error_message = "An account has 12 digits."
  }
}

variable "create_oidc_provider" {
  description = "Whether to make the identity provider of HCP Terraform. False where the bootstrap of the account has made it, without which this workspace could not have logged in."
  type        = bool
  default     = false
  nullable    = false
}

variable "oidc_provider_arn" {
  description = "The ARN of an identity provider to use instead of the account's own for the host; that one if null."
  type        = string
  default     = null

  validation {
    condition     = var.oidc_provider_arn == null || can(regex("^arn:aws[a-z-]*:iam::${var.account}:oidc-provider/${var.hostname}$", var.oidc_provider_arn))
    error_message = "Give the ARN of an IAM OIDC provider of this account and host: arn:aws:iam::111122223333:oidc-provider/app.terraform.io."
  }

  validation {
    condition     = var.oidc_provider_arn == null || !var.create_oidc_provider
    error_message = "Either make the identity provider or use an existing one."
  }
}

variable "create_github_oidc_provider" {
  description = "Whether to make the identity provider of GitHub Actions (token.actions.githubusercontent.com), by which workflows deploy static sites and push images. False where the account has it already, as AWS has one in each."
  type        = bool
  default     = false
  nullable    = false
}

variable "audience" {
  description = "What runs are signed for: TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE of the workspaces, or HCP Terraform's default."
  type        = string
  default     = "aws.workload.identity"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._:/-]{1,255}$", var.audience))
    error_message = "Use at most 255 letters, digits, dots, underscores, colons, slashes and hyphens."
  }
}

variable "allowed_regions" {
  description = "The Regions in which services may do anything, and in which the account is guarded; any if empty, and then the provider's Region is guarded. CloudFront's certificates and web ACLs are in us-east-1: name it where a static site runs."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for region in var.allowed_regions : can(regex("^[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}$", region))])
    error_message = "Name Regions as AWS does: us-east-1."
  }

  validation {
    condition     = length(distinct(var.allowed_regions)) == length(var.allowed_regions)
    error_message = "Name each Region once."
  }
}

variable "apply_policy_arns" {
  description = "Further policies for the apply roles, by runtime, for modules of your own; the deploy boundary holds for them, too."
  type        = map(list(string))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for runtime in keys(var.apply_policy_arns) : contains(["ecs-fargate", "ecs-ec2", "eks", "lambda", "ec2", "static-site", "platform"], runtime)])
    error_message = "Runtimes are ecs-fargate, ecs-ec2, eks, lambda, ec2, static-site and platform."
  }

  validation {
    condition     = alltrue([for arn in flatten(values(var.apply_policy_arns)) : can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/", arn))])
    error_message = "Give ARNs of IAM policies."
  }
}

variable "own_networks" {
  description = "Whether services on Fargate may make networks of their own; if null, in the environment sandbox."
  type        = bool
  default     = null
}

variable "organization_rights" {
  description = "Whether workspaces of the runtime platform may manage the organisation's trail, its archive and its stack sets from this account: the management account, a delegated administrator or the log archive."
  type        = bool
  default     = false
  nullable    = false
}
