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

variable "production" {
  description = "Whether people depend on it: keeps its logs longer, wants images by digest, and protects its load balancer."
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
  description = "The container image; in production by digest (repository@sha256:…)."
  type        = string

  validation {
    condition     = length(trimspace(var.image)) > 0 && !strcontains(var.image, " ")
    error_message = "Name an image, without spaces."
  }

  validation {
    condition     = !coalesce(var.require_digest, var.production) || can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "Give the image by its digest (repository@sha256:…), as a tag may come to mean another image; or set require_digest to false."
  }
}

variable "require_digest" {
  description = "Whether the image must be given by digest; if null, in production."
  type        = bool
  default     = null
}

variable "command" {
  description = "What the container runs; what its image says if null."
  type        = list(string)
  default     = null
}

variable "environment_variables" {
  description = "What the code finds in its environment, by name; nothing secret, as task definitions can be read."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment_variables) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Name variables by letters, digits and underscores, not beginning with a digit."
  }
}

variable "secrets" {
  description = "ARNs of secrets in Secrets Manager, or of parameters in SSM Parameter Store, whose values the code finds in its environment, by name. A secret's ARN may go on with a JSON key, stage and version (…:password::). {region}, {account} and {environment} stand for the placement's."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Name secrets by letters, digits and underscores, not beginning with a digit."
  }

  validation {
    condition = alltrue([for arn in values(var.secrets) : can(regex(
      "^arn:[a-z0-9-]+:(secretsmanager:([a-z0-9-]+|\\{region\\}):([0-9]{12}|\\{account\\}):secret:([A-Za-z0-9/_+=.@-]|\\{environment\\})+(:[^:]*:[^:]*:[^:]*)?|ssm:([a-z0-9-]+|\\{region\\}):([0-9]{12}|\\{account\\}):parameter/([A-Za-z0-9/_.-]|\\{environment\\})+)$", arn
    ))])
    error_message = "Give each secret's whole ARN, with the six characters that Secrets Manager has put at its end, or a parameter's."
  }

  validation {
    condition     = length(setintersection(keys(var.secrets), keys(local.variables))) == 0
    error_message = "A name is a secret's or a variable's, not both: rename one of them."
  }
}

variable "secret_key_arns" {
  description = "KMS keys that the secrets are encrypted with, beside the platform's and AWS's own."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_key_arns : can(regex("^arn:[a-z0-9-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", arn))])
    error_message = "Give keys by their ARNs, not by aliases."
  }
}

variable "policy_arns" {
  description = "Policies of what the code may do in AWS."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.policy_arns : can(regex("^arn:[a-z0-9-]+:iam::([0-9]{12}|aws):policy/", arn))])
    error_message = "Give policies by their ARNs."
  }
}

variable "port" {
  description = "The port on which the container listens."
  type        = number
  default     = 8080
  nullable    = false

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "Use a port between 1 and 65535."
  }
}

variable "cpu" {
  description = "CPU units of a task: 1024 are one vCPU."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "Fargate offers 256, 512, 1024, 2048, 4096, 8192 and 16384 CPU units."
  }
}

variable "memory" {
  description = "Memory of a task, in MiB."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition = contains(lookup({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }, var.cpu, []), var.memory)
    error_message = "Fargate does not offer this memory with these CPU units: it takes 2 to 8 MiB for each unit, in steps of 1024."
  }
}

variable "desired_count" {
  description = "How many tasks run."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.desired_count >= 0 && var.desired_count <= 1000
    error_message = "Use 0 to 1000 tasks."
  }
}

variable "cpu_architecture" {
  description = "The processors that the image is built for: X86_64, or ARM64, which costs less."
  type        = string
  default     = "X86_64"
  nullable    = false

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "Fargate offers X86_64 and ARM64."
  }
}

variable "autoscaling" {
  description = "Between how many tasks the service scales, and by which of their averages: CPU and memory in percent, requests of a task in a minute. It scales by a CPU of 60 % if none is named; desired_count is then the number that it starts with."
  type = object({
    min                 = number
    max                 = number
    cpu_percent         = optional(number)
    memory_percent      = optional(number)
    requests_per_minute = optional(number)
  })
  default = null

  validation {
    condition     = var.autoscaling == null || try(var.autoscaling.min >= 1 && var.autoscaling.min <= var.autoscaling.max && var.autoscaling.max <= 1000, false)
    error_message = "Use 1 to 1000 tasks, and no smaller max than min."
  }

  validation {
    condition = var.autoscaling == null || alltrue([
      for percent in [try(var.autoscaling.cpu_percent, null), try(var.autoscaling.memory_percent, null)] :
      percent == null ? true : percent >= 10 && percent <= 95
    ])
    error_message = "Use 10 to 95 percent."
  }

  validation {
    condition     = try(var.autoscaling.requests_per_minute, null) == null || try(var.autoscaling.requests_per_minute >= 1 && local.is_balanced && !local.shifts, false)
    error_message = "Scaling by requests needs a load balancer and rolling deployments: others move requests to a target group whose requests it does not count. Scale by CPU or memory."
  }
}

variable "spot_percentage" {
  description = "How much of the tasks, beyond the first, runs on Fargate Spot, which costs less and may be taken back with two minutes' notice; null is none. Once set, go back by 0: null would make another service."
  type        = number
  default     = null

  validation {
    condition     = var.spot_percentage == null || try(var.spot_percentage >= 0 && var.spot_percentage <= 100 && floor(var.spot_percentage) == var.spot_percentage, false)
    error_message = "Use 0 to 100."
  }
}

variable "own_network" {
  description = "A network of the service's own, with this range of addresses, instead of the platform's: for trying things out. Its tasks reach the internet by addresses of their own, without NAT gateways; nothing but the load balancer reaches them."
  type        = object({ cidr = string })
  default     = null

  validation {
    condition     = var.own_network == null || try(cidrhost(var.own_network.cidr, 0) == split("/", var.own_network.cidr)[0] && !strcontains(var.own_network.cidr, ":") && tonumber(split("/", var.own_network.cidr)[1]) >= 16 && tonumber(split("/", var.own_network.cidr)[1]) <= 26, false)
    error_message = "Give an IPv4 range of /16 to /26 that begins with its first address, such as 10.1.0.0/24: half of it is for each of two zones, and a load balancer wants /27."
  }

  validation {
    condition     = var.own_network == null || !local.is_balanced || (local.is_own && var.internet_facing)
    error_message = "In a network of its own, the service has a load balancer of its own that is internet-facing, or none: nothing else can reach it there."
  }

  validation {
    condition     = var.own_network == null || !var.production
    error_message = "A network of its own is for trying things out: production runs in the platform's."
  }
}

variable "own_cluster" {
  description = "Whether the service has a cluster of its own, instead of the one that the platform's services share."
  type        = bool
  default     = false
  nullable    = false
}

variable "readonly_root_filesystem" {
  description = "Whether the container can write to /tmp only (64 MiB, of the task's memory); false for an image that writes elsewhere, or where Fargate has no tmpfs."
  type        = bool
  default     = true
  nullable    = false
}

variable "health_check_path" {
  description = "The path that the load balancer asks."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "Begin the path with a slash."
  }
}

variable "health_check_grace_seconds" {
  description = "For how long a task that has started may fail the load balancer's health checks; needs a load balancer."
  type        = number
  default     = null

  validation {
    condition     = var.health_check_grace_seconds == null || try(var.health_check_grace_seconds >= 0 && var.health_check_grace_seconds <= 3600 && local.is_balanced, false)
    error_message = "Use 0 to 3600 seconds, and only where there is a load balancer."
  }
}

variable "load_balancer" {
  description = "What sends requests to the service: none, the platform's shared one, or one of its own; if null, the shared one where there is a host."
  type        = string
  default     = null

  validation {
    condition     = contains(["none", "shared", "own"], coalesce(var.load_balancer, "none"))
    error_message = "Use none, shared or own."
  }
}

variable "host" {
  description = "The host name under which the service is called, in the platform's zone, in which {environment} stands for the environment; if null, and with a load balancer, the service's name in that zone."
  type        = string
  default     = null

  validation {
    condition     = var.host == null || coalesce(var.load_balancer, "shared") != "none"
    error_message = "A host name needs a load balancer: use shared or own, or give no host."
  }

  validation {
    condition     = var.host == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", replace(var.host, "{environment}", var.environment))) && length(replace(coalesce(var.host, "-"), "{environment}", var.environment)) <= 64
    error_message = "Write a whole host name in lower case, such as orders.example.com, of at most 64 characters."
  }
}

variable "dns_record" {
  description = "Whether the host gets its record in the platform's zone; if null, where load_balancer is set."
  type        = bool
  default     = null
}

variable "certificate_arn" {
  description = "The certificate of the service's own load balancer; if null, one is made and proven in the platform's zone."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null || (can(regex("^arn:[a-z0-9-]+:acm:[a-z0-9-]+:[0-9]{12}:certificate/", var.certificate_arn)) && local.is_own)
    error_message = "Give a certificate of ACM by its ARN, and only with a load balancer of the service's own: the shared one has its own."
  }
}

variable "internet_facing" {
  description = "Whether the service's own load balancer is in public subnets and is called from the internet."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.internet_facing || local.is_own
    error_message = "Only a load balancer of the service's own can be internet-facing: the shared one is as the platform has made it."
  }
}

variable "client_cidrs" {
  description = "Who may call the service's own load balancer: IPv4 ranges; if empty, the VPC, or everybody where it is internet-facing."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for range in var.client_cidrs : can(cidrhost(range, 0)) && !strcontains(range, ":")])
    error_message = "Write IPv4 ranges, such as 10.0.0.0/8."
  }

  validation {
    condition     = var.internet_facing || !contains(var.client_cidrs, "0.0.0.0/0")
    error_message = "Everybody may call only what is internet-facing: name narrower ranges."
  }

  validation {
    condition     = length(var.client_cidrs) == 0 || local.is_own
    error_message = "Only a load balancer of the service's own can choose its clients."
  }
}

variable "deletion_protection" {
  description = "Whether the service's own load balancer is protected from being deleted; if null, in production."
  type        = bool
  default     = null
}

variable "access_log_bucket" {
  description = "The S3 bucket in which the service's own load balancer logs requests; its policy lets Elastic Load Balancing write. None if null."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null || (can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.access_log_bucket)) && local.is_own)
    error_message = "Name a bucket, not its ARN, and only with a load balancer of the service's own."
  }
}

variable "waf" {
  description = "AWS WAF before the service's own load balancer: how many requests one address may make in five minutes, whether AWS's rules only count, and whether requests are logged. None if null."
  type = object({
    requests_per_5_minutes = optional(number, 2000)
    count_only             = optional(bool, false)
    log                    = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.waf == null || local.is_own
    error_message = "AWS WAF needs a load balancer of the service's own: the shared one is the platform's to protect."
  }

  validation {
    condition     = var.waf == null || try(var.waf.requests_per_5_minutes >= 10 && var.waf.requests_per_5_minutes <= 2000000000, false)
    error_message = "Use 10 requests in five minutes or more."
  }
}

variable "service_connect" {
  description = "Service Connect: the Cloud Map namespace (its ARN, or its name; one of the service's own if null), under which name and port others in it call the service, and how it is spoken to."
  type = object({
    namespace = optional(string)
    alias     = optional(string)
    port      = optional(number, 80)
    protocol  = optional(string, "http")
  })
  default = null

  validation {
    condition     = var.service_connect == null || contains(["http", "http2", "grpc"], try(var.service_connect.protocol, ""))
    error_message = "Service Connect speaks http, http2 and grpc."
  }

  validation {
    condition     = var.service_connect == null || try(var.service_connect.port >= 1 && var.service_connect.port <= 65535, false)
    error_message = "Use a port between 1 and 65535."
  }

  validation {
    condition     = try(var.service_connect.alias, null) == null || can(regex("^[a-z0-9][a-z0-9.-]{0,126}$", var.service_connect.alias))
    error_message = "Use lower-case letters, digits, hyphens and dots for the alias."
  }
}

variable "deployment" {
  description = <<-EOT
    How a new version takes over:
    - rolling: task by task;
    - blue/green: all requests at once, when all of the new tasks are well;
    - canary: canary_percent of the requests for canary_minutes, then all;
    - linear: step_percent more each time that step_minutes have passed.
    All but rolling keep the old tasks for bake_minutes, run both at once for that long, and let requests with
    X-Next-Version: <test_header_value> see the new version first. Alarms and tasks that do not start roll all of them back.
  EOT
  type = object({
    strategy          = optional(string, "rolling")
    bake_minutes      = optional(number, 5)
    canary_percent    = optional(number, 10)
    canary_minutes    = optional(number, 10)
    step_percent      = optional(number, 20)
    step_minutes      = optional(number, 3)
    test_header_value = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["rolling", "blue/green", "canary", "linear"], var.deployment.strategy)
    error_message = "The strategies are rolling, blue/green, canary and linear."
  }

  validation {
    condition     = var.deployment.strategy == "rolling" || local.is_balanced || var.service_connect != null
    error_message = "Blue/green, canary and linear need something that moves requests: a load balancer or Service Connect."
  }

  validation {
    condition     = var.deployment.strategy == "rolling" || !var.lattice
    error_message = "A service that VPC Lattice offers is deployed rolling."
  }

  validation {
    condition     = var.deployment.canary_percent >= 0.1 && var.deployment.canary_percent <= 99 && var.deployment.step_percent >= 3 && var.deployment.step_percent <= 99
    error_message = "Use 0.1 to 99 percent for canary, and steps of 3 to 99."
  }

  validation {
    condition = alltrue([
      for minutes in [var.deployment.bake_minutes, var.deployment.canary_minutes, var.deployment.step_minutes] :
      minutes >= 0 && floor(minutes) == minutes
      ]) && var.deployment.bake_minutes + lookup({
      canary = var.deployment.canary_minutes
      linear = var.deployment.step_minutes * ceil(100 / max(var.deployment.step_percent, 1))
    }, var.deployment.strategy, 0) <= 45
    error_message = "Use whole minutes, and at most 45 for all steps and the bake time together: the credentials of a run last for an hour."
  }

  validation {
    condition     = var.deployment.test_header_value == null || (local.is_own && var.deployment.strategy != "rolling" && can(regex("^[A-Za-z0-9_-]{1,128}$", var.deployment.test_header_value)))
    error_message = "A test header needs another strategy than rolling and a load balancer of the service's own, and has at most 128 letters, digits, hyphens and underscores."
  }
}

variable "alarms" {
  description = "When alarms go off, and roll a deployment back: percent of answers that are 5xx, and seconds of the slowest twentieth; always when a task does not answer. They need a load balancer."
  type = object({
    enabled         = optional(bool, true)
    error_percent   = optional(number, 5)
    latency_seconds = optional(number, 2)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.alarms.error_percent > 0 && var.alarms.error_percent < 100 && var.alarms.latency_seconds > 0
    error_message = "Use more than 0 and less than 100 percent, and more than 0 seconds."
  }
}

variable "alarm_notifications" {
  description = "Whether alarms are sent to the platform's topic."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_retention_days" {
  description = "For how many days logs are kept; if null, 365 in production and 30 elsewhere."
  type        = number
  default     = null

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], coalesce(var.log_retention_days, 30))
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "egress" {
  description = "Where the service connects to, beside HTTPS: ports of address ranges, such as a database's."
  type = list(object({
    description = string
    port        = number
    cidr_ipv4   = string
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for rule in var.egress : rule.port >= 1 && rule.port <= 65535 && try(cidrhost(rule.cidr_ipv4, 0) == split("/", rule.cidr_ipv4)[0], false)])
    error_message = "Give each a port between 1 and 65535 and an IPv4 range that begins with its first address, such as 10.1.0.0/16."
  }
}

variable "lattice" {
  description = "Whether the service is offered to others, in other accounts, through VPC Lattice."
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
