variable "service" {
  description = "The site's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key: what tells this placement of the site apart, such as prod-global."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The environment, whose platform has the zone of the site's host name."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "An environment has lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "production" {
  description = "Whether people depend on it: keeps old versions and logs longer, and does not delete a bucket that has something in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "permissions_boundary" {
  description = "The ARN of the policy that bounds the roles made here; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null || can(regex("^arn:[^:]+:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary))
    error_message = "Give the ARN of an IAM policy."
  }
}

variable "host" {
  description = "The host name of the site, in which {environment} stands for the environment; CloudFront's own if null, with which nobody can be kept from TLS 1.0."
  type        = string
  default     = null

  validation {
    condition     = var.host == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", replace(var.host, "{environment}", var.environment))) && length(replace(coalesce(var.host, "-"), "{environment}", var.environment)) <= 64
    error_message = "Write a whole host name in lower case, such as www.example.com, of at most 64 characters."
  }
}

variable "platform_host" {
  description = "Whether the site's host name is its own name in the platform's zone."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.platform_host || (var.host == null && var.zone_id == null)
    error_message = "Set platform_host or give host and zone_id, and not both."
  }
}

variable "zone_id" {
  description = "The hosted zone of the host name; the platform's if null."
  type        = string
  default     = null

  validation {
    condition     = var.zone_id == null || can(regex("^Z[A-Z0-9]{1,31}$", var.zone_id))
    error_message = "Write the hosted zone's id, such as Z0123456789ABC."
  }

  validation {
    condition     = var.zone_id == null || var.host != null
    error_message = "A zone is of use with a host name only: give host, too."
  }
}

variable "minimum_tls" {
  description = "What browsers have to speak at least, with a host name: TLSv1.2_2025, or TLSv1.3_2025 where none is older."
  type        = string
  default     = "TLSv1.2_2025"
  nullable    = false

  validation {
    condition     = contains(["TLSv1.2_2025", "TLSv1.3_2025"], var.minimum_tls)
    error_message = "Use TLSv1.2_2025 or TLSv1.3_2025."
  }
}

variable "index_document" {
  description = "The page that stands for a folder, and for the whole site."
  type        = string
  default     = "index.html"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{1,100}$", var.index_document))
    error_message = "Write the page's name, without folders, such as index.html."
  }
}

variable "single_page" {
  description = "Whether the site is an application that sees to its own paths: every path without an ending is answered with its index document."
  type        = bool
  default     = false
  nullable    = false
}

variable "not_found_page" {
  description = "The path of the page for what is not there, such as /404.html; CloudFront's own answer if null."
  type        = string
  default     = null

  validation {
    condition     = var.not_found_page == null || can(regex("^/[A-Za-z0-9._~/-]+$", var.not_found_page))
    error_message = "Begin the path with a slash, such as /404.html."
  }
}

variable "price_class" {
  description = "From where the site is delivered: PriceClass_100 (North America, Europe and Israel; the cheapest), PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_100"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "Use PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "allowed_countries" {
  description = "The only countries from which the site is seen, as ISO 3166 codes; any if empty."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for country in var.allowed_countries : can(regex("^[A-Z]{2}$", country))])
    error_message = "Write countries as two capital letters, such as JP."
  }
}

variable "denied_countries" {
  description = "The countries from which the site is not seen, as ISO 3166 codes."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for country in var.denied_countries : can(regex("^[A-Z]{2}$", country))])
    error_message = "Write countries as two capital letters, such as JP."
  }

  validation {
    condition     = length(var.denied_countries) == 0 || length(var.allowed_countries) == 0
    error_message = "Give allowed_countries or denied_countries, and not both."
  }
}

variable "content_security_policy" {
  description = "What pages may load and from where; no such header if empty."
  type        = string
  default     = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
  nullable    = false

  validation {
    condition     = length(var.content_security_policy) <= 1500 && can(regex("^[\\x20-\\x7e]*$", var.content_security_policy))
    error_message = "Write one line of at most 1500 ASCII characters."
  }
}

variable "frame_options" {
  description = "Whether pages may be shown in frames: DENY, or SAMEORIGIN for the site's own."
  type        = string
  default     = "DENY"
  nullable    = false

  validation {
    condition     = contains(["DENY", "SAMEORIGIN"], var.frame_options)
    error_message = "Use DENY or SAMEORIGIN."
  }
}

variable "hsts_max_age_days" {
  description = "How long browsers remember to use HTTPS only, for the host and those below it."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.hsts_max_age_days >= 1 && var.hsts_max_age_days <= 730 && floor(var.hsts_max_age_days) == var.hsts_max_age_days
    error_message = "Use 1 to 730 days."
  }
}

variable "waf" {
  description = "Whether AWS WAF stands before the site, with Amazon's common rules, known bad inputs and a limit on requests by address."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.waf || var.web_acl_arn == null
    error_message = "Set waf or give web_acl_arn, and not both."
  }
}

variable "waf_requests_per_five_minutes" {
  description = "How many requests an address may make in five minutes, with waf."
  type        = number
  default     = 2000
  nullable    = false

  validation {
    condition     = var.waf_requests_per_five_minutes >= 10 && var.waf_requests_per_five_minutes <= 2000000000
    error_message = "Use 10 to 2000000000 requests."
  }
}

variable "web_acl_arn" {
  description = "The ARN of a web ACL that stands before the site instead: one of scope CLOUDFRONT."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null || can(regex("^arn:[a-z0-9-]+:wafv2:us-east-1:[0-9]{12}:global/webacl/", var.web_acl_arn))
    error_message = "Give the ARN of a web ACL of scope CLOUDFRONT, which is in us-east-1."
  }
}

variable "access_log" {
  description = "Whether who asks for what is kept: none, cloudwatch (under the platform's key in us-east-1, with retention) or s3 (in access_log_bucket_arn). It holds addresses of people."
  type        = string
  default     = "none"
  nullable    = false

  validation {
    condition     = contains(["none", "cloudwatch", "s3"], var.access_log)
    error_message = "Use none, cloudwatch or s3."
  }
}

variable "access_log_bucket_arn" {
  description = "The bucket for the access log, with access_log s3."
  type        = string
  default     = null

  validation {
    condition     = (var.access_log_bucket_arn != null) == (var.access_log == "s3")
    error_message = "Give a bucket exactly where access_log is s3."
  }

  validation {
    condition     = var.access_log_bucket_arn == null || can(regex("^arn:[a-z0-9-]+:s3:::[a-z0-9.-]{3,63}$", var.access_log_bucket_arn))
    error_message = "Give the bucket's ARN, such as arn:aws:s3:::acme-access-logs."
  }
}

variable "alarm_notifications" {
  description = "Whether alarms are sent to the platform's topic in us-east-1."
  type        = bool
  default     = false
  nullable    = false
}

variable "github_repository" {
  description = "The repository whose workflow puts the site's files in place, such as acme/orders; no role for it if null."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "Write owner and repository, such as acme/orders."
  }
}

variable "github_repository_ids" {
  description = "The numbers that GitHub has given to the repository's owner and to the repository, such as 123456/789012: with them, nobody who comes by the same names later may deploy."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository_ids == null || can(regex("^[0-9]+/[0-9]+$", var.github_repository_ids)) && var.github_repository != null
    error_message = "Write the two numbers, such as 123456/789012, with github_repository; both are in `gh api repos/OWNER/REPOSITORY`, as owner.id and id."
  }
}

variable "github_branch" {
  description = "The only branch from which the site is deployed."
  type        = string
  default     = "main"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._/-]+$", var.github_branch))
    error_message = "Write a branch's name: letters, digits, dots, slashes, hyphens and underscores."
  }
}

variable "github_oidc_provider_arn" {
  description = "The account's OpenID Connect provider for GitHub Actions; if null, token.actions.githubusercontent.com of the account."
  type        = string
  default     = null

  validation {
    condition     = var.github_oidc_provider_arn == null || can(regex("^arn:[a-z0-9-]+:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9./_-]+$", var.github_oidc_provider_arn))
    error_message = "Give the provider's ARN, such as arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com."
  }
}
