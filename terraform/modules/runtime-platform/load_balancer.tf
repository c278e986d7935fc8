locals {
  # Without a certificate it could not answer, and would cost.
  has_listener = var.load_balancer != null && (local.given_certificate != null || local.makes_certificate)

  is_public = try(var.load_balancer.internet_facing, false)
  client_ranges = try(length(var.load_balancer.client_ranges), 0) > 0 ? var.load_balancer.client_ranges : [
    local.is_public ? local.public_ipv4 : aws_vpc.this.cidr_block
  ]

  # Ranges are known before the VPC's own is.
  client_rules = local.has_listener ? { for at, range in local.client_ranges : at => range } : {}
}

resource "aws_lb" "this" {
  count              = local.has_listener ? 1 : 0
  name               = local.short_name
  load_balancer_type = "application"
  internal           = !local.is_public
  subnets            = local.is_public ? local.public_subnet_ids : local.private_subnet_ids
  security_groups    = [aws_security_group.load_balancer[0].id]
  idle_timeout       = var.load_balancer.idle_timeout

  enable_deletion_protection = var.production
  drop_invalid_header_fields = true
  enable_zonal_shift         = true

  dynamic "access_logs" {
    for_each = aws_s3_bucket.access_logs

    content {
      enabled = true
      bucket  = access_logs.value.id
    }
  }

  # The load balancer tries to write a log when it is told of the bucket.
  depends_on = [aws_s3_bucket_policy.access_logs, aws_internet_gateway.this]
}

resource "aws_security_group" "load_balancer" {
  count       = local.has_listener ? 1 : 0
  name_prefix = "soa-${local.name}-lb-"
  description = "The load balancer of ${local.name}"
  vpc_id      = aws_vpc.this.id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each = local.client_rules

  security_group_id = aws_security_group.load_balancer[0].id
  description       = "HTTPS from clients"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  for_each = local.client_rules

  security_group_id = aws_security_group.load_balancer[0].id
  description       = "HTTP from clients, to be sent to HTTPS"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  count             = local.has_listener ? 1 : 0
  security_group_id = aws_security_group.load_balancer[0].id
  description       = "To services in the VPC"
  cidr_ipv4         = aws_vpc.this.cidr_block
  ip_protocol       = "-1"
}

resource "aws_lb_listener" "https" {
  count             = local.has_listener ? 1 : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  certificate_arn   = coalesce(local.given_certificate, one(aws_acm_certificate_validation.this[*].certificate_arn))

  # Services add rules for their hosts.
  default_action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "No service has this name"
    }
  }
}

resource "aws_lb_listener" "http" {
  count             = local.has_listener ? 1 : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}
