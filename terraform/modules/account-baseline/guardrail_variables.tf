variable "ebs_customer_key" {
  description = "Whether new volumes are encrypted with a key of the account's own, which other accounts can be let use, instead of AWS's; it costs 1 USD a month in each guarded Region."
  type        = bool
  default     = true
  nullable    = false
}

variable "metadata_hop_limit" {
  description = "How far the instance metadata travels: 2 reaches containers on an instance, 1 the instance only."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([1, 2], var.metadata_hop_limit)
    error_message = "Use 1 or 2: whatever is further away is not the instance's."
  }
}

variable "password_policy" {
  description = "What IAM asks of the passwords of its users, of whom there should be none. max_age_days 0: passwords do not expire."
  type = object({
    minimum_length   = optional(number, 14)
    max_age_days     = optional(number, 0)
    reuse_prevention = optional(number, 24)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.password_policy.minimum_length >= 8 && var.password_policy.minimum_length <= 128
    error_message = "Ask for 8 to 128 characters."
  }

  validation {
    condition     = var.password_policy.max_age_days >= 0 && var.password_policy.max_age_days <= 1095
    error_message = "Let passwords expire after 1 to 1095 days, or never (0)."
  }

  validation {
    condition     = var.password_policy.reuse_prevention >= 1 && var.password_policy.reuse_prevention <= 24
    error_message = "IAM remembers 1 to 24 passwords."
  }
}

variable "access_analyzer" {
  description = "Whether IAM Access Analyzer looks for what is open to other accounts. False where an analyzer of the organisation does."
  type        = bool
  default     = true
  nullable    = false
}

variable "close_default_security_groups" {
  description = "Whether the security group that AWS has put into each default VPC lets nothing in or out. Whoever still uses it is cut off."
  type        = bool
  default     = false
  nullable    = false
}

variable "budget" {
  description = "What the account may cost in a month, in US dollars, and who is told: at each percentage of what was spent, and when the month is forecast to cost more. None if null."
  type = object({
    monthly_usd = number
    thresholds  = optional(list(number), [80, 100])
    emails      = optional(list(string), [])
    topic_arn   = optional(string)
  })
  default = null

  validation {
    condition     = var.budget == null ? true : var.budget.monthly_usd > 0
    error_message = "Give the month more than 0 US dollars."
  }

  validation {
    condition     = var.budget == null ? true : length(var.budget.emails) > 0 || var.budget.topic_arn != null
    error_message = "Name an e-mail address or an SNS topic: a budget that nobody hears of holds nothing."
  }

  validation {
    condition     = var.budget == null ? true : length(var.budget.emails) <= 10 && alltrue([for email in var.budget.emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "Name at most 10 e-mail addresses."
  }

  validation {
    condition     = var.budget == null ? true : length(var.budget.thresholds) >= 1 && length(var.budget.thresholds) <= 4 && alltrue([for threshold in var.budget.thresholds : threshold > 0 && threshold <= 1000])
    error_message = "Use 1 to 4 percentages, each above 0: AWS takes 5 notifications, and the forecast is one."
  }

  validation {
    condition     = var.budget == null ? true : var.budget.topic_arn == null || can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", var.budget.topic_arn))
    error_message = "Give the ARN of an SNS topic."
  }
}

variable "portal_role" {
  description = "A role by which the portal reads the account's events and its baseline and platforms, for whom: aws.accountDefaults.roleName of the portal. Organization: that it reads AWS Organizations, too. None if null."
  type = object({
    principal_arn = string
    external_id   = optional(string)
    name          = optional(string, "backstage-soa-reader")
    organization  = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.portal_role == null ? true : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/[A-Za-z0-9+=,.@_/-]+)$", var.portal_role.principal_arn))
    error_message = "Give the ARN of the role that the portal's backend runs as, such as arn:aws:iam::999988887777:role/backstage."
  }

  validation {
    condition     = var.portal_role == null ? true : var.portal_role.external_id == null || can(regex("^[A-Za-z0-9+=,.@:/_-]{2,256}$", var.portal_role.external_id))
    error_message = "An external id has 2 to 256 letters, digits and characters of +=,.@:/_-."
  }

  validation {
    condition     = var.portal_role == null ? true : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.portal_role.name))
    error_message = "A role's name has at most 64 letters, digits and characters of +=,.@_-."
  }
}
