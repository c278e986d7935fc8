variable "service" {
  description = "The platform's name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "Use at most 24 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "key" {
  description = "The placement's key: what tells this placement of the platform apart, such as prod-use1."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.key))
    error_message = "Use lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "The environment that the platform is for: it is published below /soa/platform/<environment>/."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.environment))
    error_message = "Use lower-case letters, digits and hyphens: the environment becomes a label of the zone's name."
  }
}

variable "production" {
  description = "Whether people depend on it: keeps logs longer and protects what cannot be made again from deletion."
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
    error_message = "A platform has a network: place it in a Region, not in global."
  }
}

variable "regions" {
  description = "All Regions in which this environment has a platform of this name."
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

variable "vpc_ranges" {
  description = "IPv4 ranges of the VPCs, /16 to /22: each with the environment, Region and account that it is for, where it is not for all. Ranges that reach each other must not overlap."
  type = list(object({
    cidr        = string
    environment = optional(string)
    region      = optional(string)
    account     = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition = alltrue([
      for range in var.vpc_ranges :
      can(cidrhost(range.cidr, 0)) && try(
        tonumber(split("/", range.cidr)[1]) >= 16 && tonumber(split("/", range.cidr)[1]) <= (var.zones > 3 ? 20 : 22),
        false,
      )
    ])
    error_message = "Write each range such as 10.1.0.0/16, between /16 and /22; with more than three zones, between /16 and /20."
  }

  validation {
    # Cut to the shorter of both prefixes, ranges that overlap are the same.
    condition = alltrue(flatten([
      for at, one in var.vpc_ranges : [
        for other in slice(var.vpc_ranges, at + 1, length(var.vpc_ranges)) : try(
          cidrsubnet("${split("/", one.cidr)[0]}/${min(tonumber(split("/", one.cidr)[1]), tonumber(split("/", other.cidr)[1]))}", 0, 0) !=
          cidrsubnet("${split("/", other.cidr)[0]}/${min(tonumber(split("/", one.cidr)[1]), tonumber(split("/", other.cidr)[1]))}", 0, 0),
          true,
        )
      ]
    ]))
    error_message = "Two of the ranges overlap: VPCs with the same addresses can never reach each other. Choose others."
  }

  validation {
    condition = length([
      for range in var.vpc_ranges : range
      if coalesce(range.environment, var.environment) == var.environment && coalesce(range.region, var.region) == var.region && coalesce(range.account, var.account) == var.account
      ]) + length([
      for pool in var.ipam_pools : pool
      if coalesce(pool.region, var.region) == var.region && coalesce(pool.environment, var.environment) == var.environment
    ]) == 1
    error_message = "Each placement takes its addresses from one place: give one entry of vpc_ranges or of ipam_pools that is for its environment, Region and account."
  }
}

variable "ipam_pools" {
  description = "Pools of Amazon VPC IPAM from which the VPCs take their ranges, instead of vpc_ranges: one for each Region, shared with the account."
  type = list(object({
    id          = string
    region      = optional(string)
    environment = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for pool in var.ipam_pools : can(regex("^ipam-pool-[0-9a-f]+$", pool.id))])
    error_message = "The id of an IPAM pool begins with ipam-pool-."
  }
}

variable "netmask_length" {
  description = "How large a range a VPC takes from its IPAM pool."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.netmask_length >= 16 && var.netmask_length <= (var.zones > 3 ? 20 : 22)
    error_message = "Use 16 to 22; with more than three zones, 16 to 20."
  }
}

variable "zones" {
  description = "Availability Zones. From three to four, all subnets get other ranges and are made anew: choose once."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = var.zones >= 2 && var.zones <= 6 && floor(var.zones) == var.zones
    error_message = "Use 2 to 6 zones: load balancers and clusters need two."
  }
}

variable "intra_subnets" {
  description = "Whether there are subnets without a way out, for databases."
  type        = bool
  default     = false
  nullable    = false
}

variable "nat" {
  description = "How private subnets reach the internet: none; a single NAT gateway, with whose zone all lose it; or one per-zone. Each costs by the hour and by the byte."
  type        = string
  default     = "single"
  nullable    = false

  validation {
    condition     = contains(["none", "single", "per-zone"], var.nat)
    error_message = "Use none, single or per-zone."
  }
}

variable "gateway_endpoints" {
  description = "Services reached by gateway endpoints, which cost nothing."
  type        = list(string)
  default     = ["s3", "dynamodb"]
  nullable    = false

  validation {
    condition     = alltrue([for name in var.gateway_endpoints : contains(["s3", "dynamodb"], name)])
    error_message = "AWS has gateway endpoints for s3 and dynamodb."
  }
}

variable "interface_endpoints" {
  description = "Services reached by interface endpoints, such as ecr.api; each costs by the hour in every zone."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for name in var.interface_endpoints : can(regex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", name))])
    error_message = "Name services as in com.amazonaws.<region>.<service>: ecr.api, ecr.dkr, logs, secretsmanager, ssm, sts."
  }
}

variable "flow_logs" {
  description = "Records of the VPC's traffic in CloudWatch Logs: which traffic (ALL, ACCEPT, REJECT), and for how many days; a year in production and a month elsewhere if null."
  type = object({
    enabled           = optional(bool, true)
    traffic           = optional(string, "ALL")
    retention_in_days = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["ALL", "ACCEPT", "REJECT"], var.flow_logs.traffic)
    error_message = "Use ALL, ACCEPT or REJECT."
  }

  validation {
    condition     = var.flow_logs.retention_in_days == null || contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], coalesce(var.flow_logs.retention_in_days, 1))
    error_message = "Use a number of days that CloudWatch Logs offers, such as 30, 90, 365 or 731."
  }
}

variable "restrict_private_subnets" {
  description = "Whether a network ACL keeps all but answers and private addresses (RFC 1918 and 6598) out of private subnets, beside the security groups."
  type        = bool
  default     = false
  nullable    = false
}

variable "transit_gateways" {
  description = "The transit gateway to attach the VPC to, of each Region; none if empty. Each attachment costs by the hour and by the byte."
  type = list(object({
    id     = string
    region = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for gateway in var.transit_gateways : can(regex("^tgw-[0-9a-f]+$", gateway.id))])
    error_message = "The id of a transit gateway begins with tgw-."
  }

  validation {
    condition     = length([for gateway in var.transit_gateways : gateway if coalesce(gateway.region, var.region) == var.region]) <= 1
    error_message = "A VPC is attached to one transit gateway: give one entry for each Region."
  }
}

variable "transit_gateway_routes" {
  description = "Ranges that private subnets reach through the transit gateway; 0.0.0.0/0 where another account is the way to the internet."
  type        = list(string)
  default     = ["10.0.0.0/8"]
  nullable    = false

  validation {
    condition     = alltrue([for range in var.transit_gateway_routes : can(cidrhost(range, 0))])
    error_message = "Write ranges such as 10.0.0.0/8."
  }

  validation {
    condition     = length(var.transit_gateways) == 0 || var.nat == "none" || !contains(var.transit_gateway_routes, "0.0.0.0/0")
    error_message = "There is one way to the internet: leave 0.0.0.0/0 out, or set nat to none."
  }
}

variable "service_networks" {
  description = "The VPC Lattice service network to associate the VPC with, of each Region, as service-network puts it out; none if empty."
  type = list(object({
    arn    = string
    region = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for network in var.service_networks : can(regex("^arn:[^:]+:vpc-lattice:[^:]+:\\d{12}:servicenetwork/sn-[0-9a-f]+$", network.arn))])
    error_message = "Write the ARN of a service network: arn:aws:vpc-lattice:<region>:<account>:servicenetwork/sn-…"
  }

  validation {
    condition     = length([for network in var.service_networks : network if try(coalesce(network.region, split(":", network.arn)[3]), "none") == var.region]) <= 1
    error_message = "Services find each other on one network: give one service network for each Region."
  }
}

variable "ecs" {
  description = "Whether there is an ECS cluster for services on Fargate and EC2. It costs nothing by itself; its metrics do."
  type        = bool
  default     = true
  nullable    = false
}

variable "eks" {
  description = "The EKS cluster; none if null. Its control plane costs by the hour, and container_insights, which keep logs and metrics of its containers, by observation and volume. compute is auto (EKS Auto Mode) or node-groups. Its API is reached from the VPC, from client_ranges beyond it by private ways, and from public_access_cidrs by the internet."
  type = object({
    version             = optional(string)
    support_type        = optional(string, "STANDARD")
    compute             = optional(string, "auto")
    public_access_cidrs = optional(list(string), [])
    client_ranges       = optional(list(string), [])
    log_types           = optional(list(string), ["api", "audit", "authenticator"])
    container_insights  = optional(bool, true)
    node_groups = optional(list(object({
      name           = string
      ami_type       = optional(string, "BOTTLEROCKET_x86_64")
      instance_types = optional(list(string), ["m7i.large"])
      capacity_type  = optional(string, "ON_DEMAND")
      minimum        = optional(number, 2)
      maximum        = optional(number, 6)
      disk_gib       = optional(number, 50)
    })), [])
    access_entries = optional(list(object({
      principal_arn     = string
      policy            = optional(string)
      namespaces        = optional(list(string), [])
      kubernetes_groups = optional(list(string), [])
    })), [])
  })
  default = null

  validation {
    condition     = contains(["auto", "node-groups"], try(var.eks.compute, "auto"))
    error_message = "compute is auto or node-groups."
  }

  validation {
    condition     = try(var.eks.compute, "auto") == "auto" ? length(try(var.eks.node_groups, [])) == 0 : length(try(var.eks.node_groups, [])) > 0
    error_message = "Give node_groups with compute node-groups, and none with auto."
  }

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], try(var.eks.support_type, "STANDARD"))
    error_message = "support_type is STANDARD, or EXTENDED, which costs several times as much once a version is old."
  }

  validation {
    condition     = can(regex("^1\\.\\d{2}$", coalesce(try(var.eks.version, null), "1.34")))
    error_message = "Write a version of Kubernetes such as 1.34."
  }

  validation {
    condition     = alltrue([for range in try(var.eks.public_access_cidrs, []) : can(cidrhost(range, 0)) && !endswith(range, "/0")])
    error_message = "Name the ranges that may reach the API from the internet, such as 203.0.113.0/24, and not the whole internet."
  }

  validation {
    condition     = alltrue([for range in try(var.eks.client_ranges, []) : can(cidrhost(range, 0))])
    error_message = "Write ranges such as 10.0.0.0/8."
  }

  validation {
    condition     = alltrue([for type in try(var.eks.log_types, []) : contains(["api", "audit", "authenticator", "controllerManager", "scheduler"], type)])
    error_message = "EKS writes the logs api, audit, authenticator, controllerManager and scheduler."
  }

  validation {
    condition     = alltrue([for group in try(var.eks.node_groups, []) : can(regex("^(AL2023_(x86_64|ARM_64)_STANDARD|BOTTLEROCKET_(x86_64|ARM_64))$", group.ami_type))])
    error_message = "Use AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, BOTTLEROCKET_x86_64 or BOTTLEROCKET_ARM_64: Amazon Linux 2 has ended."
  }

  validation {
    condition = alltrue([
      for group in try(var.eks.node_groups, []) :
      can(regex("^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$", group.name)) && group.minimum >= 0 && group.maximum >= 1 && group.maximum >= group.minimum && contains(["ON_DEMAND", "SPOT"], group.capacity_type) && length(group.instance_types) > 0 && group.disk_gib >= 20
    ]) && length(distinct([for group in try(var.eks.node_groups, []) : group.name])) == length(try(var.eks.node_groups, []))
    error_message = "Each node group has a name of its own (at most 20 lower-case letters, digits and hyphens), instance types, a capacity_type of ON_DEMAND or SPOT, a maximum that is not below its minimum, and a disk of 20 GiB or more."
  }

  validation {
    condition     = alltrue([for entry in try(var.eks.access_entries, []) : can(regex("^arn:[^:]+:iam::\\d{12}:(role|user)/.+$", entry.principal_arn)) && can(regex("^AmazonEKS\\w+Policy$", coalesce(entry.policy, "AmazonEKSViewPolicy"))) && (entry.policy != null || length(entry.kubernetes_groups) > 0)])
    error_message = "Each access entry names a role or user by its ARN, and an access policy of EKS such as AmazonEKSAdminViewPolicy or AmazonEKSClusterAdminPolicy, or kubernetes_groups that the cluster gives rights to."
  }

  validation {
    condition     = alltrue(flatten([for entry in try(var.eks.access_entries, []) : [for group in entry.kubernetes_groups : !startswith(group, "system:")]]))
    error_message = "EKS refuses groups whose names begin with system:, as Kubernetes' own do."
  }

  validation {
    condition     = length(distinct([for entry in try(var.eks.access_entries, []) : entry.principal_arn])) == length(try(var.eks.access_entries, []))
    error_message = "Two access entries are of one principal: EKS has one for each."
  }
}

variable "load_balancer" {
  description = "The Application Load Balancer that services share; none if null. It costs by the hour. Internal, unless internet_facing; client_ranges may reach it: everybody, or the VPC alone if it is internal and none is given."
  type = object({
    internet_facing = optional(bool, false)
    client_ranges   = optional(list(string), [])
    access_logs     = optional(bool, false)
    waf             = optional(bool, false)
    web_acl_arn     = optional(string)
    idle_timeout    = optional(number, 60)
  })
  default = null

  validation {
    condition     = alltrue([for range in try(var.load_balancer.client_ranges, []) : can(cidrhost(range, 0))])
    error_message = "Write ranges such as 10.0.0.0/8."
  }

  validation {
    condition     = try(var.load_balancer.idle_timeout, 60) >= 1 && try(var.load_balancer.idle_timeout, 60) <= 4000
    error_message = "Use 1 to 4000 seconds."
  }

  validation {
    condition     = !(try(var.load_balancer.waf, false) && try(var.load_balancer.web_acl_arn, null) != null)
    error_message = "A load balancer has one web ACL: set waf, or name your own by web_acl_arn."
  }

  validation {
    condition     = var.load_balancer == null || var.dns != null || length([for certificate in var.certificates : certificate if try(coalesce(certificate.region, split(":", certificate.arn)[3]), "none") == var.region]) == 1
    error_message = "The load balancer speaks HTTPS only: set dns, for which a certificate is made, or name one of this Region in certificates."
  }
}

variable "certificates" {
  description = "A certificate of ACM for the load balancer, of each Region, instead of the one that is made for the zone."
  type = list(object({
    arn    = string
    region = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for certificate in var.certificates : can(regex("^arn:[^:]+:acm:[^:]+:\\d{12}:certificate/.+$", certificate.arn))])
    error_message = "Write the ARN of a certificate: arn:aws:acm:<region>:<account>:certificate/…"
  }
}

variable "dns" {
  description = "The public zone <environment>.<domain>; none if null. All Regions of the account share the one that home_region makes; per_placement gives each its own, <key>.<domain>, as accounts need that share an environment. parent_zone_id is the domain's zone, if it is in this account; elsewhere somebody adds the records of the output zone_name_servers there, and then sets delegated."
  type = object({
    domain         = string
    per_placement  = optional(bool, false)
    home_region    = optional(string)
    parent_zone_id = optional(string)
    delegated      = optional(bool, false)
    caa_issuers    = optional(list(string), ["amazon.com"])
  })
  default = null

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", try(var.dns.domain, "acme.example")))
    error_message = "Write a domain such as acme.example, in lower case and without a dot at its end."
  }

  validation {
    condition     = length(var.regions) <= 1 || try(var.dns.per_placement, true) || try(var.dns.home_region, null) != null
    error_message = "Several Regions share the zone: name in home_region the one that makes it, or give each placement its own by per_placement."
  }

  validation {
    condition     = length(var.regions) == 0 || contains(concat(var.regions, [var.region]), coalesce(try(var.dns.home_region, null), var.region))
    error_message = "home_region has no platform of this environment: name one that has."
  }
}

variable "alarm_emails" {
  description = "Addresses that are told of alarms; each has to confirm it once."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "Write addresses such as platform@acme.example."
  }
}
