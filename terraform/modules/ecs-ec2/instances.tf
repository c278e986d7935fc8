locals {
  is_windows = var.operating_system != "linux"
  is_daemon  = var.scheduling == "daemon"
  is_mixed   = var.spot_percentage > 0 || length(var.instance_types) > 1

  # Amazon's images for ECS.
  image_parameter = (
    local.is_windows ? "/aws/service/ami-windows-latest/Windows_Server-${trimprefix(var.operating_system, "windows-")}-English-Core-ECS_Optimized/image_id" :
    var.gpus > 0 ? "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id" :
    var.cpu_architecture == "ARM64" ? "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id" :
    "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
  )

  # Tasks have roles of their own, and no business with their instance's. Instances join
  # a cluster that is there.
  user_data = local.is_windows ? join("\n", [
    "<powershell>",
    "Initialize-ECSAgent -Cluster '${aws_ecs_cluster.this.name}' -EnableTaskIAMRole -EnableTaskENI -AwsvpcBlockIMDS -LoggingDrivers '[\"json-file\",\"awslogs\"]'",
    "</powershell>",
    ]) : join("\n", concat(
    ["#!/bin/bash", "cat >> /etc/ecs/ecs.config <<'END'", "ECS_CLUSTER=${aws_ecs_cluster.this.name}", "ECS_AWSVPC_BLOCK_IMDS=true", "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true"],
    var.gpus > 0 ? ["ECS_ENABLE_GPU_SUPPORT=true"] : [],
    ["END", ""],
  ))
}

data "aws_default_tags" "current" {}

data "aws_ssm_parameter" "ami" {
  name = local.image_parameter
}

resource "aws_launch_template" "this" {
  name                   = local.name
  description            = "Instances of ${local.name}"
  image_id               = nonsensitive(data.aws_ssm_parameter.ami.value)
  instance_type          = var.instance_types[0]
  user_data              = base64encode(local.user_data)
  update_default_version = true

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = var.production
  }

  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    security_groups             = [aws_security_group.instances.id]
  }

  block_device_mappings {
    device_name = local.is_windows ? "/dev/sda1" : "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_size
      encrypted             = true
      kms_key_id            = local.kms_key_arn
      delete_on_termination = true
    }
  }

  # The provider's default tags stay on the template itself.
  dynamic "tag_specifications" {
    for_each = ["instance", "volume", "network-interface"]

    content {
      resource_type = tag_specifications.value
      tags          = merge(data.aws_default_tags.current.tags, { Name = local.name })
    }
  }
}

resource "aws_autoscaling_group" "this" {
  name                  = local.name
  vpc_zone_identifier   = split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids.value))
  min_size              = var.min_instances
  max_size              = var.max_instances
  health_check_type     = "EC2"
  capacity_rebalance    = var.spot_percentage > 0
  protect_from_scale_in = !local.is_daemon

  # By then the tasks are gone, and instances that ECS has protected stay otherwise.
  force_delete = true

  dynamic "launch_template" {
    for_each = local.is_mixed ? [] : [aws_launch_template.this]

    content {
      id      = launch_template.value.id
      version = launch_template.value.latest_version
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = local.is_mixed ? [aws_launch_template.this] : []

    content {
      launch_template {
        launch_template_specification {
          launch_template_id = mixed_instances_policy.value.id
          version            = mixed_instances_policy.value.latest_version
        }

        dynamic "override" {
          for_each = var.instance_types

          content {
            instance_type = override.value
          }
        }
      }

      instances_distribution {
        on_demand_allocation_strategy            = "prioritized"
        on_demand_base_capacity                  = var.on_demand_base
        on_demand_percentage_above_base_capacity = 100 - var.spot_percentage
        spot_allocation_strategy                 = "price-capacity-optimized"
      }
    }
  }

  # Auto Scaling groups do not take the provider's default tags. ECS sets the last one
  # on groups that it scales.
  dynamic "tag" {
    for_each = merge(data.aws_default_tags.current.tags, { Name = local.name, AmazonECSManaged = "true" })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  # How many there are is the capacity provider's to say.
  lifecycle {
    ignore_changes = [desired_capacity]
  }

  depends_on = [
    aws_iam_role_policy.instance,
    aws_iam_role_policy.session_manager,
    aws_vpc_security_group_egress_rule.instances,
  ]
}
