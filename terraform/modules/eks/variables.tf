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
  description = "Whether people depend on it: no pod of the service is taken away while it is the only one."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.production || var.replicas.minimum >= 2
    error_message = "In production, run at least 2 pods: set replicas.minimum."
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
  description = "The container image by digest (repository@sha256:…); {region} stands for the placement's Region. The nodes fetch it."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-zA-Z0-9._:/{}-]*@sha256:[a-f0-9]{64}$", var.image))
    error_message = "Name an image by its digest: <repository>@sha256:<64 hexadecimal digits>. Behind a tag, each node could run something else."
  }
}

variable "command" {
  description = "What the container runs instead of its CMD; as the image says if null."
  type        = list(string)
  default     = null
}

variable "port" {
  description = "The port on which the container listens; ports below 1024 are root's, which it does not run as."
  type        = number
  default     = 8080
  nullable    = false

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "Use a port between 1024 and 65535."
  }
}

variable "architecture" {
  description = "What the image is built for: arm64, amd64, or null where it is built for both."
  type        = string
  default     = null

  validation {
    condition     = var.architecture == null || try(contains(["arm64", "amd64"], var.architecture), false)
    error_message = "Nodes are arm64 or amd64."
  }
}

variable "cpu" {
  description = "CPU of a pod, in thousandths of a core: what it is promised."
  type        = number
  default     = 250
  nullable    = false

  validation {
    condition     = var.cpu >= 10 && var.cpu <= 64000 && floor(var.cpu) == var.cpu
    error_message = "Use 10 to 64000 thousandths of a core."
  }
}

variable "memory" {
  description = "Memory of a pod, in MiB: what it is promised, and what it gets at most."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = var.memory >= 32 && var.memory <= 524288 && floor(var.memory) == var.memory
    error_message = "Use 32 to 524288 MiB."
  }
}

variable "replicas" {
  description = "How many pods run: from minimum to maximum, so that they use cpu_percent of their CPU."
  type = object({
    minimum     = optional(number, 2)
    maximum     = optional(number, 4)
    cpu_percent = optional(number, 70)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.replicas.minimum >= 1 && var.replicas.maximum >= var.replicas.minimum && var.replicas.maximum <= 1000
    error_message = "Use 1 pod or more, a maximum that is not below the minimum, and at most 1000."
  }

  validation {
    condition     = var.replicas.cpu_percent >= 10 && var.replicas.cpu_percent <= 100
    error_message = "Use 10 to 100 percent."
  }
}

variable "health_check_path" {
  description = "The path that is asked whether a pod is ready."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "Begin the path with a slash."
  }
}

variable "liveness_path" {
  description = "The path that is asked whether a pod lives; one that does not is started anew. If null, its port is tried, as what it depends on may be down."
  type        = string
  default     = null

  validation {
    condition     = var.liveness_path == null || try(startswith(var.liveness_path, "/"), false)
    error_message = "Begin the path with a slash."
  }
}

variable "startup_seconds" {
  description = "How long a container may take to start."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.startup_seconds >= 5 && var.startup_seconds <= 600
    error_message = "Use 5 to 600 seconds."
  }
}

variable "shutdown_seconds" {
  description = "How long a container may take to end its work."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.shutdown_seconds >= 1 && var.shutdown_seconds <= 600
    error_message = "Use 1 to 600 seconds."
  }
}

variable "user" {
  description = "The user that the container runs as; as the image says if null, which has to be a number, and not 0."
  type        = number
  default     = null

  validation {
    condition     = var.user == null || try(var.user >= 1, false)
    error_message = "Use a number above 0: containers do not run as root."
  }
}

variable "readonly_root_filesystem" {
  description = "Whether the container can write to /tmp only (64 MiB); false for an image that writes elsewhere."
  type        = bool
  default     = true
  nullable    = false
}

variable "environment_variables" {
  description = "Environment variables. Secrets go into secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment_variables) : can(regex("^[a-zA-Z][a-zA-Z0-9_]*$", name)) && !startswith(name, "AWS_")])
    error_message = "Name environment variables with letters, digits and underscores, a letter first; those with AWS_ are Pod Identity's."
  }
}

variable "secrets" {
  description = "Secrets of Secrets Manager that the code may read: the ARN of each is in the environment variable that is its key. {region} stands for the placement's Region."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name, arn in var.secrets : can(regex("^[a-zA-Z][a-zA-Z0-9_]*$", name)) && !startswith(name, "AWS_") && can(regex("^arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+|\\{region\\}):\\d{12}:secret:[A-Za-z0-9/_+=.@-]+$", arn))])
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

variable "namespace" {
  description = "The namespace that the service shares with others, which has to be there; one of its own if null."
  type        = string
  default     = null

  validation {
    condition     = var.namespace == null || try(can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace)) && !startswith(var.namespace, "kube-") && var.namespace != "default", false)
    error_message = "Name a namespace in lower-case letters, digits and hyphens; neither default nor one of Kubernetes' own."
  }
}

variable "called_from" {
  description = "Namespaces of the cluster whose pods may call the service, beside its own."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for name in var.called_from : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))])
    error_message = "Name namespaces in lower-case letters, digits and hyphens."
  }
}

variable "egress" {
  description = "What the pods may call beside HTTPS and DNS: ports and ranges, such as 5432 in 10.0.0.0/8."
  type = list(object({
    cidr = string
    port = number
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for rule in var.egress : can(cidrhost(rule.cidr, 0)) && rule.port >= 1 && rule.port <= 65535])
    error_message = "Give a range such as 10.0.0.0/8, and a port between 1 and 65535."
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

variable "gateway" {
  description = "The Gateway of the cluster that stands for the platform's service network: its name (the network's if null), its namespace, and its listener with TLS."
  type = object({
    name      = optional(string)
    namespace = optional(string, "soa-platform")
    listener  = optional(string, "https")
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in [coalesce(var.gateway.name, "x"), var.gateway.namespace, var.gateway.listener] : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))])
    error_message = "Names of Kubernetes have lower-case letters, digits and hyphens, at most 63."
  }
}

variable "container_insights" {
  description = "Whether the cluster sends Container Insights, by which an alarm tells of pods that start again and again."
  type        = bool
  default     = false
  nullable    = false
}

variable "alarm_notifications" {
  description = "Whether alarms are sent to the platform's topic; false where the platform has none."
  type        = bool
  default     = true
  nullable    = false
}
