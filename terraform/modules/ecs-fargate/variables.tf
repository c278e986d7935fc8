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
}

variable "production" {
  description = "Whether people depend on it: keeps its logs longer."
  type        = bool
  default     = false
  nullable    = false
}

variable "image" {
  description = "The container image; in production by digest (repository@sha256:…)."
  type        = string

  validation {
    condition     = length(trimspace(var.image)) > 0 && !strcontains(var.image, " ")
    error_message = "Name an image, without spaces."
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

variable "host" {
  description = "The host name under which the shared load balancer sends requests here; none if null."
  type        = string
  default     = null
}

variable "permissions_boundary" {
  description = "The ARN of the policy that bounds the roles made here; none if null."
  type        = string
  default     = null
}
