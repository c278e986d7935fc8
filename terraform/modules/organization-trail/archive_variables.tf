variable "lock_mode" {
  description = "GOVERNANCE: the bucket's policy keeps everybody from shortening the lock, and whoever may change the policy can lift it. COMPLIANCE: nobody can, not even AWS, until the days have passed."
  type        = string
  default     = "GOVERNANCE"
  nullable    = false

  validation {
    condition     = contains(["GOVERNANCE", "COMPLIANCE"], var.lock_mode)
    error_message = "Use GOVERNANCE or COMPLIANCE."
  }
}

variable "lock_days" {
  description = "For how long nothing of the log can be changed or deleted."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.lock_days >= 1 && var.lock_days <= 36500 && floor(var.lock_days) == var.lock_days
    error_message = "Use 1 to 36500 whole days."
  }
}

variable "expiration_days" {
  description = "When the log is deleted; never if null."
  type        = number
  default     = null

  validation {
    condition     = var.expiration_days == null ? true : var.expiration_days > var.lock_days
    error_message = "Delete the log after lock_days: S3 does not delete what is locked."
  }
}

variable "cold_after_days" {
  description = "When the log moves to storage that costs less to keep and more to read (Glacier Instant Retrieval, which Athena still reads); never if null."
  type        = number
  default     = 90

  validation {
    condition     = var.cold_after_days == null ? true : var.cold_after_days >= 1
    error_message = "Use 1 day or more."
  }
}

variable "access_log_bucket" {
  description = "The name of a bucket of the archive account and its Region that records who reads the log; nobody does if null."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.access_log_bucket))
    error_message = "Give the name of a bucket, not its ARN."
  }
}

variable "notify_by_topic" {
  description = "Whether new files are announced through an SNS topic that others can subscribe to, besides the portal's queue. S3 announces a file to one destination only."
  type        = bool
  default     = false
  nullable    = false
}

variable "alarm_topic_arn" {
  description = "The SNS topic that hears when the portal falls behind or cannot read a file; alarms are silent if null."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_topic_arn == null || can(regex("^arn:[^:]+:sns:[^:]+:[0-9]{12}:.+$", var.alarm_topic_arn))
    error_message = "Give the ARN of an SNS topic."
  }
}

variable "reader" {
  description = "A role by which the portal reads queue, log and Athena, for whom. None if null."
  type = object({
    principal_arn = string
    external_id   = optional(string)
  })
  default = null

  validation {
    condition     = var.reader == null ? true : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/[A-Za-z0-9+=,.@_/-]+)$", var.reader.principal_arn))
    error_message = "Give the ARN of the role that the portal's backend runs as, such as arn:aws:iam::999988887777:role/backstage."
  }

  validation {
    condition     = try(var.reader.external_id, null) == null ? true : can(regex("^[A-Za-z0-9+=,.@:/_-]{2,256}$", var.reader.external_id))
    error_message = "An external id has 2 to 256 letters, digits and characters of +=,.@:/_-."
  }
}

variable "recorded_regions" {
  description = "The Regions that Athena looks into: those in which anything runs, in at most a few dozen."
  type        = list(string)
  default = [
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
    "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
  ]
  nullable = false

  validation {
    condition     = length(var.recorded_regions) >= 1 && length(var.recorded_regions) <= 48 && alltrue([for region in var.recorded_regions : can(regex("^[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}$", region))])
    error_message = "Name 1 to 48 Regions as AWS does: us-east-1."
  }

  # IAM, CloudFront and sign-ins are recorded there.
  validation {
    condition     = contains(var.recorded_regions, "us-east-1") || anytrue([for region in var.recorded_regions : !can(regex("^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-[0-9]+$", region))])
    error_message = "Name us-east-1, too: what is of no Region, such as IAM, is recorded there."
  }
}

variable "first_day" {
  description = "The first day that Athena looks at: when the log begins, as YYYY/MM/DD."
  type        = string
  default     = "2025/01/01"
  nullable    = false

  validation {
    condition     = can(regex("^20[0-9]{2}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$", var.first_day))
    error_message = "Write YYYY/MM/DD."
  }
}

variable "query_limit_gib" {
  description = "How much a query may read before Athena stops it. AWS asks for some 5 US dollars for each 1024."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.query_limit_gib >= 1 && var.query_limit_gib <= 102400
    error_message = "Use 1 to 102400 GiB."
  }
}
