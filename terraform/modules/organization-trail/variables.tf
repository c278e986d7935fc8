variable "service" {
  description = "The component's name, which names trail, bucket, queue and database."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) >= 3 && length(var.service) <= 24
    error_message = "Use 3 to 24 lower-case letters, digits and single hyphens, beginning with a letter."
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
  description = "The environment of the account."
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

variable "account" {
  description = "The account's id."
  type        = string

  validation {
    condition     = contains([var.archive_account, coalesce(var.trail_account, var.management_account)], var.account)
    error_message = "This account has neither the archive (archive_account) nor the trail (trail_account, or management_account): place it in these two."
  }
}

variable "region" {
  description = "The AWS Region of trail and archive, from which all Regions are recorded."
  type        = string

  validation {
    condition     = var.region != "global"
    error_message = "A trail is made in a Region: place it in one, not in global."
  }
}

variable "permissions_boundary" {
  description = "The ARN of the policy that bounds the role made here; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null || can(regex("^arn:[^:]+:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary))
    error_message = "Give the ARN of an IAM policy."
  }
}

variable "organization_id" {
  description = "The id of the organisation in AWS Organizations: o-…"
  type        = string

  validation {
    condition     = can(regex("^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "Give the organisation's id, such as o-abcd123456."
  }
}

variable "management_account" {
  description = "The organisation's management account, which owns the trail."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.management_account))
    error_message = "An account's id has 12 digits, as a string."
  }
}

variable "archive_account" {
  description = "The log archive account, which has bucket, key, queue and Athena."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.archive_account))
    error_message = "An account's id has 12 digits, as a string."
  }
}

variable "archive_region" {
  description = "The Region of the archive, which has to be the trail's, too; not compared if null."
  type        = string
  default     = null

  validation {
    condition     = var.archive_region == null ? true : var.archive_region == var.region
    error_message = "Archive and trail are in two Regions: place both in the same, from which the trail records all others, too."
  }
}

variable "trail_account" {
  description = "The account from which the trail is managed: the management account, or a delegated administrator of CloudTrail. The management account if null."
  type        = string
  default     = null

  validation {
    condition     = var.trail_account == null ? true : can(regex("^[0-9]{12}$", var.trail_account))
    error_message = "An account's id has 12 digits, as a string."
  }
}

variable "insights" {
  description = "What CloudTrail looks for by itself, for a price per event: ApiCallRateInsight, ApiErrorRateInsight."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for insight in var.insights : contains(["ApiCallRateInsight", "ApiErrorRateInsight"], insight)]) && length(distinct(var.insights)) == length(var.insights)
    error_message = "Use ApiCallRateInsight and ApiErrorRateInsight, each once."
  }
}

variable "excluded_management_sources" {
  description = "Services whose management events are not recorded, as there are so many."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for source in var.excluded_management_sources : contains(["kms.amazonaws.com", "rdsdata.amazonaws.com"], source)])
    error_message = "CloudTrail can leave out kms.amazonaws.com and rdsdata.amazonaws.com."
  }
}

variable "event_selectors" {
  description = "Further events to record, such as reads of objects in a bucket, for a price per event: CloudTrail's advanced event selectors. All management events are recorded in any case."
  type = list(object({
    name = string
    fields = list(object({
      field           = string
      equals          = optional(list(string))
      not_equals      = optional(list(string))
      starts_with     = optional(list(string))
      not_starts_with = optional(list(string))
      ends_with       = optional(list(string))
      not_ends_with   = optional(list(string))
    }))
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for selector in var.event_selectors : length(selector.name) >= 1 && length(selector.name) <= 1000])
    error_message = "Name each selector, in at most 1000 characters."
  }

  validation {
    condition = alltrue([
      for selector in var.event_selectors :
      one([for field in selector.fields : try(contains(["Data", "NetworkActivity"], one(field.equals)), false) if field.field == "eventCategory"]) == true
    ])
    error_message = "Each selector has the field eventCategory once, equal to Data or NetworkActivity; management events are recorded already."
  }
}
