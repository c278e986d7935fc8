variable "service" {
  description = "The service's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key: what tells this placement of the service apart, such as prod-use1."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The environment, whose platform the service runs on."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "An environment has lower-case letters, digits and hyphens, and begins with a letter."
  }
}

variable "region" {
  description = "The Region that the service runs in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "Name a Region, such as us-east-1."
  }
}

variable "production" {
  description = "Whether people depend on it: keeps its logs longer."
  type        = bool
  default     = false
  nullable    = false
}

variable "regions" {
  description = "All Regions in which the service runs in this environment: DNS sends people to the nearest."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for region in var.regions : can(regex("^[a-z]{2,}(-[a-z]+)+-[0-9]+$", region))])
    error_message = "Name Regions, such as us-east-1."
  }
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

variable "consumes" {
  description = "Other services that this one calls: their component references, names, URLs and, where they are reached through VPC Lattice, ARNs."
  type = list(object({
    component           = string
    name                = string
    url                 = string
    lattice_service_arn = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for service in var.consumes : can(regex("^[a-z]+://[^ ]+$", service.url)) && (service.lattice_service_arn == null || can(regex("^arn:[^:]+:vpc-lattice:", service.lattice_service_arn)))])
    error_message = "Each service that is called has a URL and, if any, the ARN of a VPC Lattice service."
  }
}

variable "image" {
  description = "The container image, in ECR and by digest (….dkr.ecr.{region}.amazonaws.com/orders@sha256:…); {region} stands for the placement's Region, in which it has to be. Null for a zip."
  type        = string
  default     = null

  validation {
    condition     = var.image == null || can(regex("^\\d{12}\\.dkr\\.ecr(-fips)?\\.(\\{region\\}|[a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?/[a-z0-9][a-z0-9._/-]*@sha256:[a-f0-9]{64}$", var.image))
    error_message = "Name an image of a private ECR repository by its digest: <account>.dkr.ecr.{region}.amazonaws.com/<repository>@sha256:<64 hexadecimal digits>. Lambda takes no other registry, and would not notice that a tag has moved."
  }
}

variable "image_command" {
  description = "What the container runs instead of its CMD; as the image says if null."
  type        = list(string)
  default     = null
}

variable "zip" {
  description = "The zip file in S3, if there is no image: bucket (in the placement's Region, for which {region} stands), key and object version, and the handler and runtime that it is for."
  type = object({
    bucket  = string
    key     = string
    version = string
    handler = string
    runtime = string
  })
  default = null

  validation {
    condition     = var.zip == null || try(can(regex("^[a-z0-9.-]*(\\{region\\})?[a-z0-9.-]*$", var.zip.bucket)) && length(var.zip.bucket) >= 3, false)
    error_message = "Name the bucket in lower-case letters, digits, dots and hyphens; {region} may stand in it for the placement's Region."
  }

  validation {
    condition     = var.zip == null || try(alltrue([for text in [var.zip.key, var.zip.version, var.zip.handler] : trimspace(text) != ""]), false)
    error_message = "Name the object's key and version, and the handler: without a version, a new zip under the same key would go unnoticed."
  }

  validation {
    condition     = var.zip == null || try(can(regex("^(nodejs|python|java|dotnet|ruby|provided\\.al)[0-9]", var.zip.runtime)), false)
    error_message = "Name a runtime of Lambda's, such as nodejs22.x or python3.13."
  }
}

variable "code_signing_config_arn" {
  description = "The code signing configuration that a zip has to satisfy; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.code_signing_config_arn == null || can(regex("^arn:[^:]+:lambda:[^:]+:[0-9]{12}:code-signing-config:.+$", var.code_signing_config_arn))
    error_message = "Give the ARN of a code signing configuration."
  }
}

variable "architecture" {
  description = "What the code is built for: arm64, which costs less, or x86_64."
  type        = string
  default     = "arm64"
  nullable    = false

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "Lambda offers arm64 and x86_64."
  }
}

variable "memory" {
  description = "Memory, in MiB; CPU comes with it: 1769 are one vCPU."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.memory >= 128 && var.memory <= 10240 && floor(var.memory) == var.memory
    error_message = "Lambda offers 128 to 10240 MiB."
  }
}

variable "timeout" {
  description = "Seconds after which an invocation is ended."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900 && floor(var.timeout) == var.timeout
    error_message = "Lambda offers 1 to 900 seconds."
  }
}

variable "ephemeral_storage" {
  description = "Size of /tmp, in MiB; above 512 it costs."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.ephemeral_storage >= 512 && var.ephemeral_storage <= 10240
    error_message = "Lambda offers 512 to 10240 MiB."
  }
}

variable "environment_variables" {
  description = "Environment variables, encrypted with the platform's key. Secrets go into secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment_variables) : can(regex("^[a-zA-Z][a-zA-Z0-9_]+$", name)) && !can(regex("^(AWS_|LAMBDA_)", name))])
    error_message = "Name environment variables with two or more letters, digits and underscores, a letter first; AWS_ and LAMBDA_ are Lambda's own."
  }
}

variable "secrets" {
  description = "Secrets of Secrets Manager that the code may read: the ARN of each is in the environment variable that is its key. {region} stands for the placement's Region."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name, arn in var.secrets : can(regex("^[a-zA-Z][a-zA-Z0-9_]+$", name)) && !can(regex("^(AWS_|LAMBDA_)", name)) && can(regex("^arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+|\\{region\\}):\\d{12}:secret:[A-Za-z0-9/_+=.@-]+$", arn))])
    error_message = "Map names of environment variables to ARNs of secrets (arn:aws:secretsmanager:…:secret:…), without wildcards."
  }

  validation {
    condition     = length(setintersection(keys(var.secrets), keys(var.environment_variables))) == 0
    error_message = "A name is a secret's or a variable's, not both: rename one of them."
  }
}

variable "policy_arns" {
  description = "Policies of what else the code may do."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.policy_arns : can(regex("^arn:aws[a-z-]*:iam::(aws|\\d{12}):policy/", arn)) && !endswith(arn, "/AdministratorAccess")])
    error_message = "Name policies by their ARNs; AdministratorAccess is none that a service gets."
  }
}

variable "vpc" {
  description = "Whether the function is attached to the platform's private subnets; it always is where it calls others through VPC Lattice. It then reaches the internet as the subnets do."
  type        = bool
  default     = false
  nullable    = false
}

variable "egress_ports" {
  description = "Ports, beside 443, on which the function in the VPC may call others within the VPC, such as 5432."
  type        = list(number)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for port in var.egress_ports : port >= 1 && port <= 65535])
    error_message = "Use ports between 1 and 65535."
  }
}

variable "reserved_concurrency" {
  description = "How many invocations may run at once, taken from what the account has; as many as it has left if null."
  type        = number
  default     = null

  validation {
    condition     = var.reserved_concurrency == null || try(var.reserved_concurrency >= 1, false)
    error_message = "Reserve at least 1: with 0, nobody could call the function."
  }
}

variable "provisioned_concurrency" {
  description = "How many instances are kept warm; each costs as long as it is kept. None if 0."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.provisioned_concurrency >= 0
    error_message = "Use 0 or more."
  }
}

variable "deployment" {
  description = <<-EOT
    How requests move to a new version:
    - all-at-once;
    - canary: percent of them for some minutes, then all;
    - linear: percent more each time that some minutes have passed;
    - weighted: percent go to the newest version and the others to stable_version, until somebody changes this.
    Canary and linear are watched by alarms, go back by themselves, and fail the apply then.
  EOT
  type = object({
    strategy       = optional(string, "all-at-once")
    percent        = optional(number, 10)
    minutes        = optional(number, 5)
    stable_version = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["all-at-once", "canary", "linear", "weighted"], var.deployment.strategy)
    error_message = "The strategies are all-at-once, canary, linear and weighted."
  }

  validation {
    condition     = floor(var.deployment.percent) == var.deployment.percent && floor(var.deployment.minutes) == var.deployment.minutes
    error_message = "Use whole percents and whole minutes."
  }

  validation {
    condition     = var.deployment.percent >= (var.deployment.strategy == "weighted" ? 0 : 1) && var.deployment.percent <= (var.deployment.strategy == "weighted" ? 100 : 99)
    error_message = "Use 1 to 99 percent for canary and linear, 0 to 100 for weighted."
  }

  validation {
    condition     = var.deployment.minutes >= 1 && var.deployment.minutes * (var.deployment.strategy == "linear" ? ceil(100 / max(var.deployment.percent, 1)) : 1) <= 50
    error_message = "Use 1 minute or more, and at most 50 for all steps together: the credentials of a run last for an hour."
  }

  validation {
    condition     = (var.deployment.strategy == "weighted") == (var.deployment.stable_version != null) && can(regex("^[1-9][0-9]*$", coalesce(var.deployment.stable_version, "1")))
    error_message = "Weighted needs the number of the stable version (the output version of an earlier apply); the other strategies take none."
  }
}

variable "endpoint" {
  description = "How the function is called: api (an HTTP API), function-url (signed with IAM), or none (by events, or through VPC Lattice)."
  type        = string
  default     = "api"
  nullable    = false

  validation {
    condition     = contains(["api", "function-url", "none"], var.endpoint)
    error_message = "The endpoints are api, function-url and none."
  }
}

variable "authorization" {
  description = "Who may call the HTTP API: iam (who signs, and may), jwt (who brings a token of jwt.issuer), or none (everybody)."
  type        = string
  default     = "iam"
  nullable    = false

  validation {
    condition     = contains(["iam", "jwt", "none"], var.authorization)
    error_message = "An HTTP API asks for iam, jwt or none."
  }
}

variable "jwt" {
  description = "Whose tokens the HTTP API takes, and for whom they have to be, where authorization is jwt."
  type = object({
    issuer   = string
    audience = list(string)
  })
  default = null

  validation {
    condition     = var.jwt == null || try(startswith(var.jwt.issuer, "https://") && length(var.jwt.audience) > 0, false)
    error_message = "Give the issuer's https:// URL and at least one audience."
  }

  validation {
    condition     = (var.jwt != null) == (var.authorization == "jwt")
    error_message = "Set jwt exactly where authorization is jwt."
  }
}

variable "throttling" {
  description = "How many requests the HTTP API takes: rate a second, and burst at once."
  type = object({
    rate  = optional(number, 100)
    burst = optional(number, 200)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.throttling.rate >= 1 && var.throttling.burst >= 1
    error_message = "Let at least one request through."
  }
}

variable "host" {
  description = "The name under which people call the HTTP API, below the platform's zone; {environment} stands for the environment. API Gateway's own if null."
  type        = string
  default     = null

  validation {
    condition     = var.host == null || try(length(var.host) <= 253 && can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", replace(var.host, "{environment}", "prod"))), false)
    error_message = "Write a whole host name, such as orders.{environment}.acme.example."
  }

  validation {
    condition     = var.host == null || var.endpoint == "api"
    error_message = "Only an HTTP API (endpoint api) has a host."
  }
}

variable "callers" {
  description = "Other accounts (12 digits) whose roles may call the function URL, if they are allowed to on their side. Those of this account need no more than a policy."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for account in var.callers : can(regex("^\\d{12}$", account))]) && (length(var.callers) == 0 || var.endpoint == "function-url")
    error_message = "Name accounts by their 12 digits, and only where the endpoint is function-url."
  }
}

variable "async" {
  description = "For functions that are invoked asynchronously, as those without an endpoint are: retries, the oldest event in seconds, and where events go that have failed (the ARN of a queue, topic, bus or function; a queue of their own if null). Null for one that is called."
  type = object({
    retries  = optional(number, 2)
    max_age  = optional(number, 21600)
    failures = optional(string)
  })
  default = null

  validation {
    condition     = var.async == null || try(var.async.retries >= 0 && var.async.retries <= 2 && var.async.max_age >= 60 && var.async.max_age <= 21600, false)
    error_message = "Lambda offers 0 to 2 retries, and 60 to 21600 seconds."
  }

  validation {
    condition     = var.async == null || try(var.async.failures == null, true) || can(regex("^arn:aws[a-z-]*:(sqs|sns|events|lambda):", var.async.failures))
    error_message = "Events that have failed go to a queue, topic, bus or function: name it by its ARN."
  }
}

variable "lattice" {
  description = "Whether the service is offered to others, in other accounts too, through VPC Lattice."
  type        = bool
  default     = false
  nullable    = false
}

variable "organization_id" {
  description = "The AWS organisation whose roles may call the service through VPC Lattice; if null, the account's own is asked for."
  type        = string
  default     = null

  validation {
    condition     = var.organization_id == null || can(regex("^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "Write the organisation's id, such as o-a1b2c3d4e5."
  }
}

variable "log_level" {
  description = "The least serious of the messages that the code logs and Lambda keeps. The log is in JSON."
  type        = string
  default     = "INFO"
  nullable    = false

  validation {
    condition     = contains(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"], var.log_level)
    error_message = "Use TRACE, DEBUG, INFO, WARN, ERROR or FATAL."
  }
}

variable "tracing" {
  description = "Whether requests are traced with X-Ray, which costs for each trace."
  type        = bool
  default     = true
  nullable    = false
}

variable "alarms" {
  description = "When alarms go off: percent of invocations that fail, throttled invocations in a minute, milliseconds of the slowest hundredth (80 % of the timeout if null), and percent of requests that the HTTP API answers with 5xx."
  type = object({
    error_percent        = optional(number, 5)
    throttles            = optional(number, 1)
    p99_ms               = optional(number)
    server_error_percent = optional(number, 5)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for percent in [var.alarms.error_percent, var.alarms.server_error_percent] : percent > 0 && percent < 100]) && var.alarms.throttles >= 1
    error_message = "Use more than 0 and less than 100 percent, and 1 throttled invocation or more."
  }
}

variable "alarm_notifications" {
  description = "Whether alarms are sent to the platform's topic; false where the platform has none."
  type        = bool
  default     = true
  nullable    = false
}
