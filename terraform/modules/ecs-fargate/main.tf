locals {
  name     = "${var.service}-${var.key}"
  platform = "/soa/platform/${var.environment}"

  # Target groups take 32 characters, roles 64 with their ending.
  hash       = substr(sha256(local.name), 0, 8)
  short_name = length(local.name) <= 32 ? local.name : "${substr(local.name, 0, 23)}-${local.hash}"
  role_name  = length(local.name) <= 54 ? local.name : "${substr(local.name, 0, 45)}-${local.hash}"
}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# What the platform of this account, Region and environment publishes.
data "aws_ssm_parameter" "vpc_id" {
  name = "${local.platform}/vpc-id"
}

data "aws_ssm_parameter" "subnet_ids" {
  name = "${local.platform}/subnet-ids"
}

data "aws_ssm_parameter" "cluster_arn" {
  name = "${local.platform}/cluster-arn"
}

data "aws_ssm_parameter" "kms_key_arn" {
  name = "${local.platform}/kms-key-arn"
}

data "aws_ssm_parameter" "listener_arn" {
  count = var.host == null ? 0 : 1
  name  = "${local.platform}/listener-arn"
}

data "aws_vpc" "platform" {
  id = nonsensitive(data.aws_ssm_parameter.vpc_id.value)
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/soa/${local.name}"
  retention_in_days = var.production ? 365 : 30
  kms_key_id        = nonsensitive(data.aws_ssm_parameter.kms_key_arn.value)
}

resource "aws_security_group" "this" {
  # EC2 refuses names that begin with "sg-", as a service's own may.
  name_prefix = "soa-${local.name}-"
  description = "Tasks of ${local.name}"
  vpc_id      = data.aws_vpc.platform.id

  lifecycle {
    create_before_destroy = true
  }
}

# A VPC has more than one range once it has grown.
resource "aws_vpc_security_group_ingress_rule" "vpc" {
  for_each = toset([
    for range in data.aws_vpc.platform.cidr_block_associations : range.cidr_block
    if range.state == "associated"
  ])

  security_group_id = aws_security_group.this.id
  description       = "From within the VPC, where the load balancer is"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "To AWS and to other services"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_ecs_task_definition" "this" {
  family                   = local.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name                   = var.service
    image                  = var.image
    essential              = true
    readonlyRootFilesystem = var.readonly_root_filesystem
    portMappings           = [{ name = "http", containerPort = var.port, protocol = "tcp" }]

    # The one place where a read-only container can write. A volume would be
    # root's, and images that are safe run as somebody else.
    linuxParameters = var.readonly_root_filesystem ? {
      tmpfs = [{
        containerPath = "/tmp"
        size          = 64
        mountOptions  = ["nosuid", "nodev", "mode=1777"]
      }]
    } : null

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = data.aws_region.current.region
        awslogs-stream-prefix = var.service
      }
    }
  }])
}

resource "aws_lb_target_group" "this" {
  name        = local.short_name
  vpc_id      = data.aws_vpc.platform.id
  target_type = "ip"
  protocol    = "HTTP"

  # Each task comes with its own port. Another one here would replace the group,
  # which AWS refuses while a listener sends to it.
  port = 80

  deregistration_delay = "30"

  health_check {
    path    = var.health_check_path
    matcher = "200-399"
  }
}

resource "aws_lb_listener_rule" "this" {
  count        = var.host == null ? 0 : 1
  listener_arn = nonsensitive(data.aws_ssm_parameter.listener_arn[0].value)

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }

  condition {
    host_header {
      values = [var.host]
    }
  }
}

resource "aws_ecs_service" "this" {
  name                          = local.name
  cluster                       = nonsensitive(data.aws_ssm_parameter.cluster_arn.value)
  task_definition               = aws_ecs_task_definition.this.arn
  desired_count                 = var.desired_count
  launch_type                   = "FARGATE"
  propagate_tags                = "SERVICE"
  enable_ecs_managed_tags       = true
  availability_zone_rebalancing = "ENABLED"

  # It would need a right of the task role and a root that can be written to.
  enable_execute_command = false

  # A service that cannot start fails its run, and with it its rollout.
  wait_for_steady_state = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids.value))
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  # Tasks start at once, and not without these.
  depends_on = [aws_iam_role_policy.image, aws_iam_role_policy.log]

  # ECS refuses a target group that no listener sends to.
  dynamic "load_balancer" {
    for_each = aws_lb_listener_rule.this

    content {
      target_group_arn = aws_lb_target_group.this.arn
      container_name   = var.service
      container_port   = var.port
    }
  }

  # The circuit breaker gives up after some failed starts of each task.
  timeouts {
    create = "30m"
    update = "30m"
  }
}
