variable "service" {
  description = "The network's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key: what tells this placement of the network apart, such as prod-use1."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The environment whose services meet on the network."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "An environment has lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "production" {
  description = "Whether people depend on it: keeps its logs longer."
  type        = bool
  default     = false
  nullable    = false
}

variable "account" {
  description = "The AWS account's id."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An account's id has 12 digits."
  }
}

variable "region" {
  description = "The AWS Region."
  type        = string

  validation {
    condition     = var.region != "global"
    error_message = "A service network is in a Region: place one in each, not in global."
  }
}

variable "organization_id" {
  description = "The id of the AWS organisation whose roles may call services; members of an organisation cannot read it."
  type        = string

  validation {
    condition     = can(regex("^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "The id of an AWS organisation begins with o-: find it in the console of AWS Organizations."
  }
}

variable "principals" {
  description = "With whom the network is shared: ARNs of organizational units or of the organisation, or ids of accounts of it."
  type        = list(string)

  validation {
    condition = length(var.principals) > 0 && alltrue([
      for principal in var.principals :
      can(regex("^arn:[^:]+:organizations::\\d{12}:(organization/o-[a-z0-9]+|ou/o-[a-z0-9]+/ou-[a-z0-9-]+)$", principal)) || can(regex("^\\d{12}$", principal))
    ])
    error_message = "Name an OU or the organisation by its ARN (arn:aws:organizations::<management account>:ou/o-…/ou-…), or an account by its 12 digits."
  }

  validation {
    condition     = alltrue([for principal in var.principals : !startswith(principal, "arn:") || strcontains(principal, "/${var.organization_id}")])
    error_message = "A principal is of another organisation than organization_id: the network stays within one."
  }
}

variable "caller_path" {
  description = "Where in IAM the roles are whose calls the network lets through, as services' own policies do."
  type        = string
  default     = "/soa/"
  nullable    = false

  validation {
    condition     = can(regex("^/([\\w+=,.@-]+/)*$", var.caller_path))
    error_message = "Begin and end the path with a slash: /soa/, or / for all roles."
  }
}

variable "log_requests" {
  description = "Whether each request is recorded in CloudWatch Logs, which costs by volume."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_retention_in_days" {
  description = "For how many days; a year in production and a month elsewhere if null."
  type        = number
  default     = null

  validation {
    condition     = var.log_retention_in_days == null || contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], coalesce(var.log_retention_in_days, 1))
    error_message = "Use a number of days that CloudWatch Logs offers, such as 30, 90, 365 or 731."
  }
}

variable "resources" {
  description = "What speaks TCP and no HTTP, such as databases: reached through a gateway in a VPC of this account that has them, by DNS name or IP address. Each entry says for which environment and Region it is, where it is not for all. The network's auth policy does not apply to it."
  type = list(object({
    environment = optional(string)
    region      = optional(string)
    vpc_id      = string
    subnet_ids  = list(string)
    # To which addresses the gateway may send.
    target_ranges = list(string)
    targets = list(object({
      name       = string
      dns_name   = optional(string)
      ip_address = optional(string)
      ports      = list(string)
    }))
  }))
  default  = []
  nullable = false

  validation {
    condition = length([
      for resources in var.resources : resources
      if coalesce(resources.environment, var.environment) == var.environment && coalesce(resources.region, var.region) == var.region
    ]) <= 1
    error_message = "A network has one gateway: give at most one entry of resources that is for its environment and Region."
  }

  validation {
    condition     = alltrue([for resources in var.resources : can(regex("^vpc-[0-9a-f]+$", resources.vpc_id)) && alltrue([for subnet in resources.subnet_ids : can(regex("^subnet-[0-9a-f]+$", subnet))])])
    error_message = "Name the VPC and its subnets by their ids: vpc-…, subnet-…"
  }

  validation {
    condition     = alltrue(flatten([for resources in var.resources : [for target in resources.targets : (target.dns_name == null) != (target.ip_address == null)]]))
    error_message = "Each target has a dns_name or an ip_address."
  }

  validation {
    condition = alltrue([
      for resources in var.resources :
      length(resources.targets) > 0 && length(distinct(resources.targets[*].name)) == length(resources.targets) && alltrue([for target in resources.targets : can(regex("^[a-z0-9]([a-z0-9-]{1,13}[a-z0-9])?$", target.name)) && length(target.name) >= 3])
    ])
    error_message = "Name at least one target, each by a name of its own, of 3 to 15 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue(flatten([for resources in var.resources : [for target in resources.targets : [length(target.ports) > 0, [for port in target.ports : can(regex("^[0-9]{1,5}(-[0-9]{1,5})?$", port))]]]]))
    error_message = "Write ports such as 5432, or ranges such as 5432-5439."
  }

  validation {
    condition = alltrue([
      for resources in var.resources :
      length(resources.subnet_ids) > 0 && length(resources.target_ranges) > 0 && alltrue([for range in resources.target_ranges : can(cidrhost(range, 0)) && !endswith(range, "/0")])
    ])
    error_message = "Name the subnets of the gateway, and in target_ranges the addresses of the targets, such as 10.1.192.0/21."
  }
}
