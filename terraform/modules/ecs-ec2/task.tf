locals {
  # The code finds what it calls in its environment.
  consumed_urls = { for consumed in var.consumes : "${upper(replace(consumed.name, "-", "_"))}_URL" => consumed.url }

  variables = merge(local.consumed_urls, var.environment_variables)

  # One ARN for all placements: each has its own Region, account and environment.
  secrets = {
    for name, arn in var.secrets :
    name => replace(replace(replace(arn, "{region}", data.aws_region.current.region), "{account}", data.aws_caller_identity.current.account_id), "{environment}", var.environment)
  }

  container_definitions = jsonencode([{
    name                   = var.service
    image                  = var.image
    command                = var.command
    essential              = true
    readonlyRootFilesystem = local.is_windows ? null : var.readonly_root_filesystem

    portMappings = [{ name = "http", containerPort = var.port, protocol = "tcp" }]

    resourceRequirements = var.gpus > 0 ? [{ type = "GPU", value = tostring(var.gpus) }] : []

    # Without an order of their own, each plan would change them.
    environment = [for name in sort(keys(local.variables)) : { name = name, value = local.variables[name] }]
    secrets     = [for name in sort(keys(local.secrets)) : { name = name, valueFrom = local.secrets[name] }]

    # The one place where a read-only container can write. A volume would be
    # root's, and images that are safe run as somebody else.
    linuxParameters = var.readonly_root_filesystem && !local.is_windows ? {
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

resource "aws_ecs_task_definition" "this" {
  family                   = local.name
  requires_compatibilities = ["EC2"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = local.is_windows ? "WINDOWS_SERVER_${trimprefix(var.operating_system, "windows-")}_CORE" : "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  container_definitions = local.container_definitions

  lifecycle {
    precondition {
      # In bytes, which base64 has in fours for threes.
      condition     = length(base64encode(local.container_definitions)) * 3 / 4 <= 65536
      error_message = "ECS takes 64 KiB of a task definition: leave some of environment_variables to a file of the image, or to Parameter Store."
    }
  }
}
