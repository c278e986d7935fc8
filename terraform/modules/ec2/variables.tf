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
  description = "Whether people depend on it: keeps its logs longer, measures each minute, protects its load balancer from deletion."
  type        = bool
  default     = false
  nullable    = false
}

variable "regions" {
  description = "All Regions in which the service runs in this environment: with more than one, DNS answers with the nearest."
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

variable "operating_system" {
  description = "What the instances boot: amazon-linux-2023, windows-server-2025 or windows-server-2022, each as its newest image; with ami_id, what that image is made of."
  type        = string
  default     = "amazon-linux-2023"
  nullable    = false

  validation {
    condition     = contains(["amazon-linux-2023", "windows-server-2025", "windows-server-2022"], var.operating_system)
    error_message = "Use amazon-linux-2023, windows-server-2025 or windows-server-2022."
  }
}

variable "ami_id" {
  description = "The image to boot, such as ami-0123456789abcdef0; if null, the newest of the operating system, which then changes with each apply that AWS has published a newer one before."
  type        = string
  default     = null

  validation {
    condition     = var.ami_id == null || can(regex("^ami-[0-9a-f]{8,17}$", var.ami_id))
    error_message = "Write the image's id, such as ami-0123456789abcdef0."
  }
}

variable "instance_types" {
  description = "The instance types that will do, the best first: more than one makes capacity easier to find, above all of Spot."
  type        = list(string)
  default     = ["t4g.small"]
  nullable    = false

  validation {
    condition = (
      length(var.instance_types) >= 1 && length(var.instance_types) <= 20 &&
      length(distinct(var.instance_types)) == length(var.instance_types) &&
      alltrue([for type in var.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", type))])
    )
    error_message = "Name 1 to 20 different instance types, such as t4g.small."
  }

  validation {
    condition     = length(distinct([for type in var.instance_types : can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", type))])) <= 1
    error_message = "One image runs on all instances: choose only Graviton types (a g after the number, such as m7g.large), or none of them."
  }

  validation {
    condition     = !startswith(var.operating_system, "windows") || !anytrue([for type in var.instance_types : can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", type))])
    error_message = "Windows does not run on Graviton: choose types without a g after the number, such as m7i.large."
  }
}

variable "min_size" {
  description = "How many instances run at least."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.min_size >= 0 && var.min_size <= 1000 && floor(var.min_size) == var.min_size
    error_message = "Use 0 to 1000 instances."
  }
}

variable "max_size" {
  description = "How many instances run at most."
  type        = number
  default     = 4
  nullable    = false

  validation {
    condition     = var.max_size >= 1 && var.max_size <= 1000 && floor(var.max_size) == var.max_size && var.max_size >= var.min_size
    error_message = "Use 1 to 1000 instances, and no fewer than min_size."
  }
}

variable "desired_size" {
  description = "How many instances to begin with; min_size if null. Scaling decides afterwards."
  type        = number
  default     = null

  validation {
    condition     = var.desired_size == null ? true : var.desired_size >= var.min_size && var.desired_size <= var.max_size
    error_message = "Begin with min_size to max_size instances."
  }
}

variable "spot_percentage" {
  description = "Which share of the instances beyond on_demand_base are Spot: cheaper, and taken away at two minutes' notice."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.spot_percentage >= 0 && var.spot_percentage <= 100 && floor(var.spot_percentage) == var.spot_percentage
    error_message = "Use 0 to 100 percent."
  }
}

variable "on_demand_base" {
  description = "How many instances are On-Demand before any is Spot."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.on_demand_base >= 0 && var.on_demand_base <= var.max_size && floor(var.on_demand_base) == var.on_demand_base
    error_message = "Use 0 to max_size instances."
  }
}

variable "min_healthy_percent" {
  description = "Which share of the instances stays in service while instances are replaced."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.min_healthy_percent >= 0 && var.min_healthy_percent <= 100 && floor(var.min_healthy_percent) == var.min_healthy_percent
    error_message = "Use 0 to 100 percent."
  }
}

variable "max_healthy_percent" {
  description = "How many instances may run while instances are replaced, as a share of those wanted."
  type        = number
  default     = 150
  nullable    = false

  validation {
    condition = (
      var.max_healthy_percent >= 100 && var.max_healthy_percent <= 200 && floor(var.max_healthy_percent) == var.max_healthy_percent &&
      var.max_healthy_percent - var.min_healthy_percent <= 100 && var.max_healthy_percent > var.min_healthy_percent
    )
    error_message = "Use 100 to 200 percent, more than min_healthy_percent, and at most 100 more."
  }
}

variable "warm_up_seconds" {
  description = "How long a new instance takes until it does its share."
  type        = number
  default     = 120
  nullable    = false

  validation {
    condition     = var.warm_up_seconds >= 0 && var.warm_up_seconds <= 3600
    error_message = "Use 0 to 3600 seconds."
  }
}

variable "health_check_grace_seconds" {
  description = "How long a new instance may fail its health checks."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.health_check_grace_seconds >= 0 && var.health_check_grace_seconds <= 7200
    error_message = "Use 0 to 7200 seconds."
  }
}

variable "max_instance_lifetime_days" {
  description = "After how many days an instance is replaced; never if null."
  type        = number
  default     = null

  validation {
    condition     = var.max_instance_lifetime_days == null ? true : var.max_instance_lifetime_days >= 1 && var.max_instance_lifetime_days <= 365
    error_message = "Use 1 to 365 days."
  }
}

variable "target_cpu_percent" {
  description = "The CPU use at which the number of instances is held, on average."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.target_cpu_percent >= 10 && var.target_cpu_percent <= 90
    error_message = "Use 10 to 90 percent."
  }
}

variable "target_requests_per_minute" {
  description = "The requests a minute that an instance takes, by which instances are added, too; not counted if null. Needs a load balancer."
  type        = number
  default     = null

  validation {
    condition     = var.target_requests_per_minute == null ? true : var.target_requests_per_minute >= 1 && var.load_balancer != "none"
    error_message = "Use 1 or more requests, with a load balancer to count them."
  }
}

variable "root_volume_size" {
  description = "The size of the root volume, in GiB."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.root_volume_size >= (startswith(var.operating_system, "windows") ? 30 : 8) && var.root_volume_size <= 16384
    error_message = "Use 8 to 16384 GiB; Windows takes 30 or more."
  }
}

variable "root_device_name" {
  description = "What the image calls its root volume; if null, /dev/xvda for Linux and /dev/sda1 for Windows, as Amazon's images do."
  type        = string
  default     = null

  validation {
    condition     = var.root_device_name == null || can(regex("^(/dev/[a-z0-9]+|xvd[a-z])$", var.root_device_name))
    error_message = "Write the device's name, such as /dev/xvda."
  }
}

variable "user_data" {
  description = "What an instance does at its first boot: for Linux a script that begins with #! or a #cloud-config, for Windows PowerShell. It runs after the module's own setup. No place for secrets."
  type        = string
  default     = null

  validation {
    condition     = var.user_data == null || startswith(var.operating_system, "windows") || can(regex("^#(!|cloud-config)", var.user_data))
    error_message = "Begin with #! and an interpreter, such as #!/bin/bash, or with #cloud-config."
  }

  validation {
    condition     = length(base64encode(coalesce(var.user_data, "-"))) <= 10924
    error_message = "Use at most 8192 bytes: EC2 takes 16 KiB with what the module adds. Fetch more from S3."
  }
}

variable "user_data_base64" {
  description = "The whole user data, in base64, instead of user_data and of the module's own setup: the image then sees to its log and its environment itself."
  type        = string
  default     = null

  validation {
    condition     = var.user_data_base64 == null || can(regex("^[A-Za-z0-9+/]{4,}={0,2}$", var.user_data_base64)) && length(coalesce(var.user_data_base64, "-")) <= 21848
    error_message = "Write base64 without line breaks, of at most 16 KiB."
  }

  validation {
    condition     = var.user_data_base64 == null || var.user_data == null
    error_message = "Give user_data or user_data_base64, and not both."
  }
}

variable "environment_variables" {
  description = "What the service is told, by name: in /etc/soa/service.env on Linux, in the machine's environment on Windows. No place for secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment_variables) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Name variables by letters, digits and underscores, not beginning with a digit."
  }
}

variable "secrets" {
  description = "The ARNs of secrets in Secrets Manager that the service may read, by name; it finds each ARN in its environment as <NAME>_SECRET_ARN. {region} stands for the placement's Region."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Name secrets by letters, digits and underscores, not beginning with a digit."
  }

  validation {
    condition     = alltrue([for arn in values(var.secrets) : can(regex("^arn:[a-z0-9-]+:secretsmanager:([a-z0-9-]+|\\{region\\}):[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$", arn))])
    error_message = "Give each secret's whole ARN, with the six characters that Secrets Manager has put at its end."
  }
}

variable "log_files" {
  description = "Files that are sent to the log group beside the boot's own log; * stands for any name."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.log_files) <= 20 && alltrue([for path in var.log_files : can(regex("^(/|[A-Za-z]:\\\\)", path))])
    error_message = "Name at most 20 files by their whole paths."
  }
}

variable "session_log_group_arn" {
  description = "The ARN of the log group in which the account's Session Manager preferences keep what is typed; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.session_log_group_arn == null || can(regex("^arn:[a-z0-9-]+:logs:[a-z0-9-]+:[0-9]{12}:log-group:[^:*]+$", var.session_log_group_arn))
    error_message = "Give the log group's ARN, without :* at its end."
  }
}

variable "port" {
  description = "The port on which the service listens."
  type        = number
  default     = 8080
  nullable    = false

  validation {
    condition     = var.port >= 1 && var.port <= 65535 && floor(var.port) == var.port
    error_message = "Use a port between 1 and 65535."
  }
}

variable "health_check_path" {
  description = "The path that the load balancer asks."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = startswith(var.health_check_path, "/") && length(var.health_check_path) <= 1024
    error_message = "Begin the path with a slash."
  }
}

variable "vpc_access" {
  description = "Whether all in the VPC may call the port directly, past the load balancer."
  type        = bool
  default     = false
  nullable    = false
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

variable "load_balancer" {
  description = "What sends requests to the service: none, the platform's shared one, or one of its own."
  type        = string
  default     = "none"
  nullable    = false

  validation {
    condition     = contains(["none", "shared", "own"], var.load_balancer)
    error_message = "Use none, shared or own."
  }
}

variable "host" {
  description = "The host name under which the service is called, in the platform's zone, in which {environment} stands for the environment; if null and there is a load balancer, the service's name in that zone."
  type        = string
  default     = null

  validation {
    condition     = var.host == null || var.load_balancer != "none"
    error_message = "Nothing sends requests for a host name without a load balancer: set load_balancer to shared or own."
  }

  validation {
    condition     = var.host == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", replace(var.host, "{environment}", var.environment))) && length(replace(coalesce(var.host, "-"), "{environment}", var.environment)) <= 64
    error_message = "Write a whole host name in lower case, such as orders.example.com, of at most 64 characters."
  }
}

variable "internet_facing" {
  description = "Whether the service's own load balancer takes requests from the internet, and not from the VPC alone."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.internet_facing || var.load_balancer == "own"
    error_message = "Only a load balancer of its own can be put on the internet here: set load_balancer to own."
  }
}

variable "client_cidrs" {
  description = "Who may call the service's own load balancer: IPv4 ranges; if empty, the VPC, or everybody where it is internet-facing."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for range in var.client_cidrs : can(cidrhost(range, 0))])
    error_message = "Write IPv4 ranges, such as 10.0.0.0/8."
  }

  validation {
    condition     = var.internet_facing || !contains(var.client_cidrs, "0.0.0.0/0")
    error_message = "Everybody may call only what is internet-facing: name narrower ranges."
  }
}

variable "web_acl_arn" {
  description = "The ARN of the regional AWS WAF web ACL before the service's own load balancer; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null || can(regex("^arn:[a-z0-9-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/", var.web_acl_arn)) && var.load_balancer == "own"
    error_message = "Give the ARN of a regional web ACL, with a load balancer of its own."
  }
}

variable "access_log_bucket" {
  description = "The bucket to which the service's own load balancer writes its access log; none if null."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null || var.load_balancer == "own"
    error_message = "Only a load balancer of its own writes a log here: set load_balancer to own."
  }
}

variable "alarm_notifications" {
  description = "Whether alarms are sent to the platform's topic."
  type        = bool
  default     = true
  nullable    = false
}

variable "lattice" {
  description = "Whether the service is offered to others in other accounts through VPC Lattice."
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
