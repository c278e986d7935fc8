resource "aws_launch_template" "this" {
  name                   = local.name
  description            = "Instances of ${local.name}"
  image_id               = var.ami_id != null ? var.ami_id : nonsensitive(data.aws_ssm_parameter.ami[0].value)
  instance_type          = var.instance_types[0]
  user_data              = local.user_data_base64
  update_default_version = true

  iam_instance_profile {
    name = aws_iam_instance_profile.this.name
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
    security_groups             = [aws_security_group.this.id]
  }

  block_device_mappings {
    device_name = coalesce(var.root_device_name, local.is_windows ? "/dev/sda1" : "/dev/xvda")

    ebs {
      volume_type           = "gp3"
      volume_size           = var.root_volume_size
      encrypted             = true
      kms_key_id            = local.kms_key
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

  lifecycle {
    precondition {
      condition     = length(local.user_data_base64) <= 21848
      error_message = "EC2 takes 16 KiB of user data, and with what the module adds there is more: shorten user_data, environment_variables or log_files, or fetch from S3 what is long."
    }
  }
}
