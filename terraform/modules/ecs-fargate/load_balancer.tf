locals {
  # A host alone has always meant a rule on the shared listener.
  load_balancer = coalesce(var.load_balancer, var.host == null ? "none" : "shared")
  is_own        = local.load_balancer == "own"
  is_shared     = local.load_balancer == "shared"
  is_balanced   = local.is_own || local.is_shared

  listener_arn = (
    local.is_own ? aws_lb_listener.https[0].arn :
    local.is_shared ? nonsensitive(data.aws_ssm_parameter.listener_arn[0].value) : null
  )

  # A listener's ARN is its load balancer's with another kind and an id at its end.
  shared_load_balancer_arn = local.is_shared ? replace(replace(local.listener_arn, ":listener/", ":loadbalancer/"), "//[^/]+$/", "") : null

  load_balancer_suffix = (
    local.is_own ? aws_lb.this[0].arn_suffix :
    local.is_shared ? split(":loadbalancer/", local.shared_load_balancer_arn)[1] : null
  )

  client_ranges = toset(
    length(var.client_cidrs) > 0 ? var.client_cidrs :
    var.internet_facing ? ["0.0.0.0/0"] : tolist(local.vpc_ranges)
  )

  # Where people come in: to HTTPS, and to HTTP to be sent there.
  entries = {
    for entry in setproduct(local.is_own ? local.client_ranges : toset([]), ["80", "443"]) :
    join(":", entry) => { range = entry[0], port = tonumber(entry[1]) }
  }
}

resource "aws_lb" "this" {
  count              = local.is_own ? 1 : 0
  name               = local.short_name
  load_balancer_type = "application"
  internal           = !var.internet_facing
  subnets            = var.internet_facing ? local.public_subnet_ids : local.subnet_ids
  security_groups    = [aws_security_group.load_balancer[0].id]

  drop_invalid_header_fields = true
  enable_deletion_protection = coalesce(var.deletion_protection, var.production)

  dynamic "access_logs" {
    for_each = var.access_log_bucket == null ? [] : [var.access_log_bucket]

    content {
      bucket  = access_logs.value
      prefix  = local.name
      enabled = true
    }
  }

  # AWS makes none that faces an internet it cannot reach.
  depends_on = [aws_route.internet]
}

resource "aws_lb_listener" "https" {
  count             = local.is_own ? 1 : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  certificate_arn   = local.certificate_arn

  # Deployments move a rule's requests, not a listener's.
  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "There is nothing here."
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener" "http" {
  count             = local.is_own ? 1 : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_target_group" "this" {
  name        = local.short_name
  vpc_id      = local.vpc_id
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

# Where the next version starts. It is there for rolling deployments, too, so that
# another strategy can be chosen later without another rule.
resource "aws_lb_target_group" "alternate" {
  count       = local.is_balanced ? 1 : 0
  name        = local.alternate_name
  vpc_id      = local.vpc_id
  target_type = "ip"
  protocol    = "HTTP"
  port        = 80

  deregistration_delay = "30"

  health_check {
    path    = var.health_check_path
    matcher = "200-399"
  }
}

resource "aws_lb_listener_rule" "this" {
  count        = local.is_balanced ? 1 : 0
  listener_arn = local.listener_arn
  priority     = local.is_own ? 100 : null

  action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.this.arn
        weight = 100
      }

      target_group {
        arn    = aws_lb_target_group.alternate[0].arn
        weight = 0
      }
    }
  }

  condition {
    host_header {
      values = [local.host]
    }
  }

  # Which group has the requests is ECS's to say.
  lifecycle {
    ignore_changes = [action]
  }
}

# What asks for the next version sees it before anybody else does.
resource "aws_lb_listener_rule" "test" {
  count        = var.deployment.test_header_value == null ? 0 : 1
  listener_arn = local.listener_arn
  priority     = 50

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.alternate[0].arn
  }

  condition {
    host_header {
      values = [local.host]
    }
  }

  condition {
    http_header {
      http_header_name = "X-Next-Version"
      values           = [var.deployment.test_header_value]
    }
  }

  lifecycle {
    ignore_changes = [action]
  }
}

resource "aws_security_group" "load_balancer" {
  count       = local.is_own ? 1 : 0
  name_prefix = "soa-${local.name}-lb-"
  description = "Load balancer of ${local.name}"
  vpc_id      = local.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = local.entries

  security_group_id = aws_security_group.load_balancer[0].id
  description       = each.value.port == 443 ? "HTTPS" : "HTTP, sent on to HTTPS"
  cidr_ipv4         = each.value.range
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "tasks" {
  count = local.is_own ? 1 : 0

  security_group_id            = aws_security_group.load_balancer[0].id
  description                  = "To the tasks"
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
}
